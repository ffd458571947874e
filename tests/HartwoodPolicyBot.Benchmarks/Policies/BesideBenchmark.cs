using HartwoodPolicyBot.Benchmarks.Quality;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Benchmarks.Policies;

/// <summary>
/// Measures how well the questions about the social media policy are understood alone, and while other policies without phrasings
/// are in force as well.
/// </summary>
internal static class BesideBenchmark
{
    private static readonly string Content = Path.Combine(AppContext.BaseDirectory, "Content");

    public static void Run(string folder)
    {
        var alone = PolicyLibrary.Load(Path.Combine(Content, "Policies"));
        var others = PolicyLibrary.Load(folder);
        List<MeasuredQuestion> questions = [.. QuestionSets.All().SelectMany(set => set.Value)];
        Report("alone", alone, questions);
        Report($"beside {others.Documents.Count} others", new PolicyLibrary([.. alone.Documents, .. others.Documents]), questions);
    }

    private static void Report(string name, PolicyLibrary library, List<MeasuredQuestion> questions)
    {
        var bank = PhrasingBank.Load(Path.Combine(Content, "Phrasings"), library, Path.Combine(Content, "About-the-bot"));
        var engine = new SectionRanker(library, bank, Lexicon.Load(Path.Combine(Content, "lexicon.txt")), new EngineSettings());
        var threshold = new AnswerThreshold(new PolicyOptions());
        var covered = questions.Where(question => question.Sections.Length > 0).ToList();
        var cited = covered.ConvertAll(question => threshold.Cite(engine.Rank(question.Question, AnswerThreshold.MostCited)));
        var right = covered.Zip(cited).Count(pair => pair.Second is [var first, ..] && IsRight(first, pair.First));
        var clutter = cited.Count(sections => sections.Any(section => section.Section.DocumentSlug != SocialMediaPolicy.Slug));
        var answered = questions
            .Where(question => question.Sections.Length == 0)
            .Select(question => (question.Question, Ranking: engine.Rank(question.Question, 1)))
            .Select(asked => (asked.Question, asked.Ranking, Cited: asked.Ranking.Intent is null ? threshold.Cite(asked.Ranking) : []))
            .ToList();
        var refused = answered.ConvertAll(asked => asked.Cited.Count == 0);
        Console.WriteLine(
            $"{name}: first section right {100.0 * right / covered.Count:F1} % of {covered.Count}, another policy quoted as well "
                + $"{100.0 * clutter / covered.Count:F1} %, "
                + $"refused {100.0 * refused.Count(one => one) / refused.Count:F1} % of {refused.Count}"
        );

        // What another policy answers may be right: that is for a person to judge.
        foreach (var (question, ranking, sections) in answered)
        {
            if (sections is [var first, ..] && first.Section.DocumentSlug != SocialMediaPolicy.Slug)
            {
                Console.WriteLine(
                    $"- {question} -> {ranking.Covered:F2} {first.Section.DocumentSlug}, {first.Section.Heading}"
                        + $"{(ranking.Kind is { } kind ? $" ({kind})" : "")}"
                );
            }
        }
    }

    private static bool IsRight(RankedSection found, MeasuredQuestion question) =>
        found.Section.DocumentSlug == SocialMediaPolicy.Slug && question.Sections.Contains(found.Section.Heading);
}
