using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.Answers;

/// <summary>Answers questions from the policies, and keeps the log of what was asked.</summary>
public sealed class AnswerQuestion(
    PolicyLibrary library,
    SectionRanker engine,
    AnswerThreshold abstention,
    AnswerRemarks remarks,
    SavedAnswers managers,
    QuestionLogWriter log,
    TimeProvider time
)
{
    /// <summary>Longer questions are read up to here; nobody asks one that long, and time must not depend on it.</summary>
    public const int LongestQuestion = 4000;

    /// <summary>
    /// Answers <paramref name="question"/>. The second part completes when the log has it: send the answer meanwhile, and
    /// wait for it before the turn ends.
    /// </summary>
    /// <param name="question">As it was written.</param>
    /// <param name="before">The question before it in the chat, if there was one lately: a follow-up is read together with it.</param>
    public (PolicyAnswer Answer, Task Logged) Ask(string question, string? before = null)
    {
        var asked = Excerpt.Of(question, LongestQuestion);
        var ranking = engine.Rank(asked, AnswerThreshold.MostCited);
        var after = before is not null && FollowUp.Needs(asked, ranking) ? before : null;
        if (after is not null)
        {
            ranking = engine.Rank(Together(asked, after), AnswerThreshold.MostCited);
        }

        var cited = abstention.Cite(ranking);
        var answer = Read(asked, after, cited, ranking.Covered) with
        {
            QuestionId = Guid.CreateVersion7(time.GetUtcNow()),
            Nearest = cited.Count > 0 ? [] : [.. ranking.Sections.Select(near => near.Section)],
            Kind = cited.Count > 0 ? null : ranking.Kind,
            FromManager = managers.Find(ranking.Text),
        };
        var entry = Entry(answer, ranking);
        Telemetry.CountQuestion(entry.Verdict.ToString());
        return (answer, log.RecordAsync(entry));
    }

    /// <summary>
    /// The answer that was given to <paramref name="question"/>; null when the policy has changed since: the same numbers
    /// would then name other words.
    /// </summary>
    public PolicyAnswer? Recall(LoggedQuestion question)
    {
        var given = question.AnswerId is { } id ? managers.Find(new Id<SavedAnswer>(id)) : null;
        if (question.Verdict == AnswerVerdict.AnsweredByManager && given is not null)
        {
            var ranking = engine.Rank(question.Text, AnswerThreshold.MostCited);
            return Read(question.Text, null, [], (float)question.Score) with
            {
                QuestionId = question.Id,
                Nearest = [.. ranking.Sections.Select(near => near.Section)],
                Kind = ranking.Kind,
                FromManager = new(given, []),
            };
        }

        var recalled = Recall(question.Sections);
        return recalled.Count > 0 && library.DocumentOf(recalled[0].Section).VersionOnRecord == question.PolicyVersion
            ? Read(question.Text, null, recalled, (float)question.Score) with
            {
                QuestionId = question.Id,
                FromManager = new(given, []),
            }
            : null;
    }

    private PolicyAnswer Read(string asked, string? after, IReadOnlyList<RankedSection> cited, float covered) =>
        new()
        {
            Asked = asked,
            After = after,
            Cited = cited,
            NotNamed = remarks.NotNamed(Together(asked, after), cited),
            Disclosed = remarks.Tells(asked, after, covered) ? LoggedQuestion.Masked(Together(asked, after), time) : null,
        };

    /// <summary>A follow-up with the question before it, as they are read.</summary>
    internal static string Together(string asked, string? after) => after is null ? asked : Excerpt.Of($"{after} {asked}", LongestQuestion);

    /// <summary>For people who were not there: what was written, and beside it what it goes with.</summary>
    private static string InWords(PolicyAnswer answer) => answer.After is null ? answer.Asked : $"{answer.Asked} (after: {answer.After})";

    private List<RankedSection> Recall(string citations) =>
        [
            .. LoggedCitation
                .Parse(citations)
                .Select(logged => (Section: library.Section(logged.SectionId), logged.Clauses))
                .Where(found => found.Section is not null)
                .Select(found => new RankedSection(
                    found.Section!,
                    0,
                    [
                        .. found
                            .Clauses.Where(number => number < found.Section!.Clauses.Count)
                            .Select(number => found.Section!.Clauses[number]),
                    ]
                ))
                .Where(found => found.Clauses.Count > 0),
        ];

    private LoggedQuestion Entry(PolicyAnswer answer, Ranking ranking) =>
        new()
        {
            Id = answer.QuestionId,
            AskedAt = time.GetUtcNow(),
            Text = LoggedQuestion.Masked(InWords(answer), time),
            Verdict =
                !answer.IsRefusal ? AnswerVerdict.Answered
                : answer.FromManager.Same is null ? AnswerVerdict.NotCovered
                : AnswerVerdict.AnsweredByManager,
            AnswerId = answer.FromManager.Same?.Id,
            Sections = LoggedCitation.Format(answer.Cited),
            Score = ranking.Covered,
            PolicyVersion = library
                .DocumentOf(ranking.Sections.Count > 0 ? ranking.Sections[0].Section : library.Sections.First())
                .VersionOnRecord,
        };
}
