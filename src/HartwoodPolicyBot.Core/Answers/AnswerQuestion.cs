using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.Answers;

/// <summary>Answers a question from the policies and saved answers, and records it in the log.</summary>
public sealed class AnswerQuestion(
    PolicyLibrary library,
    SectionRanker ranker,
    CitedSections sections,
    AnswerRemarks remarks,
    SavedAnswers savedAnswers,
    QuestionLogWriter log,
    TimeProvider time
)
{
    /// <summary>The length up to which a question is read. Answering time grows with length, and real questions are far shorter.</summary>
    public const int LongestQuestion = 4000;

    /// <summary>Words that ask who gets a report, and don't want to make one.</summary>
    private static readonly string[] SeeingWords = ["go", "goes", "see", "sees", "reads", "gets", "looks", "handles", "finds"];

    /// <summary>
    /// The least score of a section that is shown under a refusal. A less likely one has nothing to do with the question.
    /// </summary>
    private const float LeastNear = 0.01f;

    /// <summary>The least part of the probability that a policy answers. Where several sections share it, none is near.</summary>
    private const float LeastShare = 0.34f;

    /// <summary>
    /// Ranks the sections for a question, and says what it asks about the bot itself, if it does. What a practice manager has
    /// answered or taught is never taken for that, unless the message is about them.
    /// </summary>
    public Ranking Read(string question)
    {
        var ranking = ranker.Rank(Excerpt.Filled(question, LongestQuestion), AnswerThreshold.MostCited);
        if (ranking.IsAboutTheManager)
        {
            return ranking with { Intent = AboutManager(ranking) };
        }

        return ranking.Intent is not null && (savedAnswers.Find(ranking.Text).Same is not null || sections.IsTaught(question, ranking.Text))
            ? ranking with
            {
                Intent = null,
            }
            : ranking;
    }

    /// <summary>Returns what a message about a practice manager asks of the bot: to report them, or who would see such a report.</summary>
    private static string? AboutManager(Ranking ranking) =>
        !AboutTheManager.IsToBeReported(ranking.Text.Words) ? null
        : ranking.Intent == AboutTheManager.WhoSeesReport && ranking.Text.Words.Any(SeeingWords.Contains) ? AboutTheManager.WhoSeesReport
        : AboutTheManager.ToReport;

    /// <summary>
    /// Answers <paramref name="question"/>. The second value completes when the log has stored the question: send the answer
    /// first, then wait for that task before the turn ends.
    /// </summary>
    /// <param name="question">The question as it was written.</param>
    /// <param name="alone">What <see cref="Read(string)"/> returned for it.</param>
    /// <param name="before">The recent question before it in the same chat, if any. A follow-up is read together with it.</param>
    public (PolicyAnswer Answer, Task Logged) Ask(string question, Ranking alone, string? before = null)
    {
        var text = Excerpt.Filled(question, LongestQuestion);
        var after = before is not null && FollowUp.Needs(text, alone) ? before : null;
        var ranking = after is null ? alone : ranker.Rank(Together(text, after), AnswerThreshold.MostCited);

        var masked = LoggedQuestion.Masked(InWords(text, after), time);
        var cited = sections.Of(masked, ranking);
        var answer = Read(text, after, cited, ranking.Covered) with
        {
            QuestionId = Guid.CreateVersion7(time.GetUtcNow()),
            Nearest = cited.Count > 0 ? [] : Near(ranking),
            Kind = cited.Count > 0 ? null : ranking.Kind,

            // Only what was typed is compared: an answer to the question before must not be given to the one after it.
            FromManager = savedAnswers.Find(alone.Text),
        };
        if (alone.IsAboutTheManager)
        {
            // The practice manager reads the log, and staff are known by their words in a small practice.
            return (
                answer with
                {
                    IsAboutTheManager = true,
                    Disclosed = LoggedQuestion.Masked(text, time),
                    FromManager = FoundSavedAnswers.None,
                },
                Task.CompletedTask
            );
        }

        var entry = Entry(answer, ranking, masked);
        Telemetry.CountQuestion(entry.Verdict.ToString());
        return (answer, log.RecordAsync(entry));
    }

    /// <summary>
    /// Returns the answer that was given to <paramref name="question"/>. Returns null when the policy has changed since,
    /// because the stored clause numbers would then point at other text.
    /// </summary>
    public PolicyAnswer? Recall(LoggedQuestion question)
    {
        var given = question.AnswerId is { } id ? savedAnswers.Find(new Id<SavedAnswer>(id)) : null;
        if (question.Verdict == AnswerVerdict.AnsweredByManager && given is not null)
        {
            var ranking = ranker.Rank(question.Text, AnswerThreshold.MostCited);
            return Read(question.Text, null, [], (float)question.Score) with
            {
                QuestionId = question.Id,
                Nearest = Near(ranking),
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

    private PolicyAnswer Read(string text, string? after, IReadOnlyList<RankedSection> cited, float covered) =>
        new()
        {
            Asked = text,
            After = after,
            Cited = cited,
            OwnWords = cited.Count > 0 ? ranker.OwnWords.GetValueOrDefault(new(cited[0].Section.Id, cited[0].Best.Number)) : null,
            NotNamed = remarks.NotNamed(Together(text, after), cited),
            Disclosed = remarks.Tells(text, after, covered) ? LoggedQuestion.Masked(Together(text, after), time) : null,
        };

    /// <summary>
    /// Returns the sections to show under a refusal: first those taught for similar questions. What is asked about social media has one
    /// however unlikely an answer is.
    /// </summary>
    private IReadOnlyList<PolicySection> Near(Ranking ranking)
    {
        var least = ranking.Kind == NotCoveredKind.NearMiss ? 0 : LeastNear;
        return
        [
            .. sections
                .NearTaught(ranking)
                .Concat(
                    ranking.Sections.Where(near => near.Score >= Math.Max(least, ranking.Covered * LeastShare)).Select(near => near.Section)
                )
                .DistinctBy(section => section.Id)
                .Take(AnswerThreshold.MostCited),
        ];
    }

    /// <summary>Joins a follow-up and the question before it into the one text that is searched.</summary>
    internal static string Together(string text, string? after) =>
        after is null ? text : Excerpt.Filled($"{after} {text}", LongestQuestion);

    /// <summary>Returns the text for the log: the question, with the question that it follows in brackets.</summary>
    private static string InWords(string text, string? after) => after is null ? text : $"{text} (after: {after})";

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

    private LoggedQuestion Entry(PolicyAnswer answer, Ranking ranking, string masked) =>
        new()
        {
            Id = answer.QuestionId,
            AskedAt = time.GetUtcNow(),
            Text = masked,
            Verdict =
                !answer.IsRefusal ? AnswerVerdict.Answered
                : answer.FromManager.Same is null ? AnswerVerdict.NotCovered
                : AnswerVerdict.AnsweredByManager,
            AnswerId = answer.FromManager.Same?.Id,
            Sections = LoggedCitation.Format(answer.Cited),
            Score = ranking.Covered,
            PolicyVersion = library
                .DocumentOf(
                    answer.Cited is [var cited, ..] ? cited.Section
                    : ranking.Sections is [var best, ..] ? best.Section
                    : library.Sections.First()
                )
                .VersionOnRecord,
        };
}
