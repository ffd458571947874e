using HartwoodPolicyBot.Core.Policies.Questions;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>What the policies say to a question: sections with the clauses to quote, or that they do not say.</summary>
/// <param name="QuestionId">Names the question in the log; unguessable, so that feedback needs no person.</param>
/// <param name="Cited">Best first, at most three; empty for a refusal.</param>
/// <param name="Nearest">Of a refusal: sections that a person may want to look at.</param>
public sealed record PolicyAnswer(Guid QuestionId, IReadOnlyList<RankedSection> Cited, IReadOnlyList<PolicySection> Nearest)
{
    public bool IsRefusal => Cited.Count == 0;
}

/// <summary>Answers questions from the policies, and keeps the log of what was asked.</summary>
public sealed class PolicyAnswers(PolicyLibrary library, QuestionEngine engine, Abstention abstention, QuestionLog log, TimeProvider time)
{
    /// <summary>Longer questions are read up to here; nobody asks one that long, and time must not depend on it.</summary>
    public const int LongestQuestion = 4000;

    /// <summary>
    /// Answers <paramref name="question"/>. The second part completes when the log has it: send the answer meanwhile, and
    /// wait for it before the turn ends.
    /// </summary>
    public (PolicyAnswer Answer, Task Logged) Ask(string question)
    {
        var asked = Excerpt.Of(question, LongestQuestion);
        var ranking = engine.Rank(asked, Abstention.MostCited);
        var cited = abstention.Cite(ranking);
        var answer = new PolicyAnswer(Guid.CreateVersion7(time.GetUtcNow()), cited, cited.Count > 0 ? [] : [.. ranking.Sections.Select(near => near.Section)]);
        return (answer, log.RecordAsync(Entry(answer, asked, ranking)));
    }

    /// <summary>
    /// The clauses that were quoted to <paramref name="question"/>; none when the policy has changed since: the same numbers
    /// would then name other words.
    /// </summary>
    public IReadOnlyList<RankedSection> Recall(LoggedQuestion question)
    {
        var recalled = Recall(question.Sections);
        return recalled.Count > 0 && library.DocumentOf(recalled[0].Section).VersionOnRecord == question.PolicyVersion ? recalled : [];
    }

    private List<RankedSection> Recall(string citations) => [.. LoggedCitation.Parse(citations)
        .Select(logged => (Section: library.Section(logged.SectionId), logged.Clauses))
        .Where(found => found.Section is not null)
        .Select(found => new RankedSection(found.Section!, 0, [.. found.Clauses.Where(number => number < found.Section!.Clauses.Count).Select(number => found.Section!.Clauses[number])]))
        .Where(found => found.Clauses.Count > 0)];

    private LoggedQuestion Entry(PolicyAnswer answer, string question, Ranking ranking) => new()
    {
        Id = answer.QuestionId,
        AskedAt = time.GetUtcNow(),
        Text = LoggedQuestion.Masked(question, time),
        Verdict = answer.IsRefusal ? Verdict.NotCovered : Verdict.Answered,
        Sections = LoggedCitation.Format(answer.Cited),
        Score = ranking.Covered,
        PolicyVersion = library.DocumentOf(ranking.Sections.Count > 0 ? ranking.Sections[0].Section : library.Sections.First()).VersionOnRecord,
    };
}
