using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Benchmarks.Quality;

/// <summary>Lists the questions that are answered wrongly, each with what decided, so that an error leads to the phrasings.</summary>
internal static class WrongAnswers
{
    /// <summary>How many of the features that decided are printed.</summary>
    private const int Most = 6;

    public static void List(SectionRanker engine, IEnumerable<MeasuredQuestion> questions, float threshold)
    {
        Console.WriteLine();
        Console.WriteLine("Wrong:");
        foreach (var question in questions)
        {
            var ranking = engine.Rank(question.Question, AnswerThreshold.MostCited);
            var outcome = Outcome.Of(ranking, question.Sections, threshold);
            if (!outcome.IsWrong)
            {
                continue;
            }

            var found = ranking.Sections[0].Section.Heading;
            Console.WriteLine(
                $"- {question.Id} [{question.Kind}] {question.Question} -> {ranking.Covered:F2} {found}"
                    + $"{(ranking.Intent is { } intent ? $", {intent}" : "")}{(ranking.Kind is { } kind ? $", {kind}" : "")}; "
                    + $"accepted: {(question.Sections.Length == 0 ? "no answer" : string.Join(", ", question.Sections))}"
            );
            var isOtherSection = question.Sections.Length > 0 && outcome.Answered;
            var decided = isOtherSection
                ? engine.Explain(question.Question, found, question.Sections[0])
                : engine.Explain(question.Question);
            Console.WriteLine($"  {(isOtherSection ? found : "covered")}: {string.Join(", ", decided.Take(Most))}");
        }
    }
}
