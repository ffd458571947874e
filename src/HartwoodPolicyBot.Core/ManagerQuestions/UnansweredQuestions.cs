using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// Finds what staff asked without getting an answer that helped. Similar questions are grouped, the largest group first.
/// </summary>
public sealed class UnansweredQuestions(
    IDbContextFactory<HartwoodDbContext> databases,
    SectionRanker ranker,
    QuestionVectors vectors,
    SavedAnswers answers,
    TimeProvider time
)
{
    /// <summary>How many of the newest questions are read, more than a practice would go through.</summary>
    public const int MostRead = 5_000;

    /// <summary>Kinds of messages that no answer could help with.</summary>
    private static readonly string[] NoQuestions =
    [
        NotCoveredKind.SmallTalk,
        NotCoveredKind.Nonsense,
        NotCoveredKind.Abuse,
        NotCoveredKind.Steering,
    ];

    /// <summary>
    /// Returns the unanswered groups. A question is left out if the bot has since got a saved answer to exactly its words.
    /// </summary>
    /// <param name="until">The latest time of asking, so that a group doesn't grow while a practice manager answers it.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<IReadOnlyList<UnansweredGroup>> FindAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var asked = await database
            .Questions.AsNoTracking()
            .Where(question =>
                question.AskedAt <= until
                && question.SettledAt == null
                && (question.Verdict == AnswerVerdict.NotCovered || question.Feedback == AnswerFeedback.NotHelpful)
            )
            .OrderByDescending(question => question.AskedAt)
            .Take(MostRead)
            .Select(question => new
            {
                question.Id,
                question.AskedAt,
                question.Text,
                question.Verdict,
                question.AnswerId,
            })
            .ToListAsync(cancellationToken);
        var groups = new QuestionGrouping(vectors);
        var answeredAt = answers
            .All.SelectMany(answer => answer.Wordings.Select(wording => (Wording: QuestionGrouping.WordingOf(wording.Text), answer.At)))
            .GroupBy(one => one.Wording, one => one.At, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Max(), StringComparer.Ordinal);
        var unanswered = asked
            .Select(question => (Question: question, Wording: QuestionGrouping.WordingOf(question.Text)))
            .Where(one =>
                one.Question.AnswerId is not null
                || !answeredAt.TryGetValue(one.Wording, out var answered)
                || one.Question.AskedAt > answered
            );
        foreach (var same in unanswered.GroupBy(one => one.Wording, one => one.Question, StringComparer.Ordinal))
        {
            var ranking = ranker.Rank(same.First().Text, 1);
            if (!NoQuestions.Contains(ranking.Kind))
            {
                groups.Add(
                    ranking.Text,
                    [
                        .. same.Select(question => new UnansweredQuestion(
                            question.Id,
                            question.AskedAt,
                            question.Text,
                            question.Verdict == AnswerVerdict.NotCovered
                        )),
                    ]
                );
            }
        }

        return groups.LargestFirst();
    }

    /// <summary>Returns the unanswered groups as of now, and the time that was used.</summary>
    public async Task<(IReadOnlyList<UnansweredGroup> Groups, DateTimeOffset At)> NowAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return (await FindAsync(now, cancellationToken), now);
    }

    /// <summary>Returns the group that a question belongs to; null when it has been settled.</summary>
    public async Task<UnansweredGroup?> FindAsync(
        Id<LoggedQuestion> questionId,
        DateTimeOffset until,
        CancellationToken cancellationToken
    ) => (await FindAsync(until, cancellationToken)).FirstOrDefault(group => group.Questions.Contains(questionId.Value));

    /// <summary>Returns the questions that wait for the practice manager's answer, oldest first.</summary>
    public async Task<IReadOnlyList<ManagerQuestion>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await ManagerQuestion.OpenIn(database).AsNoTracking().OrderBy(question => question.AskedAt).ToListAsync(cancellationToken);
    }
}

/// <summary>Holds similar questions without an answer that helped.</summary>
/// <param name="Id">The id of the newest question, which names the group while that question is in it.</param>
/// <param name="Wordings">The ways in which they were asked, most frequent first.</param>
/// <param name="Refused">How many the bot refused. The others got an answer that did not help.</param>
/// <param name="LastAskedAt">The time of the latest question, in UTC.</param>
public sealed record UnansweredGroup(Guid Id, IReadOnlyList<GroupWording> Wordings, int Refused, DateTimeOffset LastAskedAt)
{
    /// <summary>The ids of the questions in the log.</summary>
    public IReadOnlyList<Guid> Questions { get; } = [.. Wordings.SelectMany(wording => wording.Questions)];

    public int NotHelpful => Questions.Count - Refused;

    /// <summary>How many wordings a card shows, each with a tick box.</summary>
    public const int MostShown = 20;

    /// <summary>The wordings that the card doesn't show but that the same answer can cover.</summary>
    public IReadOnlyList<GroupWording> Behind => [.. Wordings.Take(SavedAnswer.MostWordings).Skip(MostShown)];

    /// <summary>
    /// Returns the group with only the wordings that a practice manager left ticked. It holds no more wordings than a saved
    /// answer keeps, because others would be settled but not answered when asked again.
    /// </summary>
    /// <param name="ticked">One question id for each ticked wording. If one is no longer in the group, the result is null.</param>
    /// <param name="ofAll">
    /// The number of wordings that the group had, to include those not shown; null to leave them out. If the number has
    /// changed, the result is null, because different wordings are then hidden.
    /// </param>
    public UnansweredGroup? Only(IReadOnlyCollection<Guid> ticked, int? ofAll)
    {
        if (!ticked.All(Questions.Contains) || (ofAll ?? Wordings.Count) != Wordings.Count)
        {
            return null;
        }

        IReadOnlyList<GroupWording> behind = ofAll is null ? [] : Behind;
        return new(
            Id,
            [
                .. Wordings
                    .Where(wording => behind.Contains(wording) || wording.Questions.Any(ticked.Contains))
                    .Take(SavedAnswer.MostWordings),
            ],
            Refused,
            LastAskedAt
        );
    }
}

/// <summary>Represents a wording, and the ids of the questions in the log that used it.</summary>
public sealed record GroupWording(string Text, IReadOnlyList<Guid> Questions);
