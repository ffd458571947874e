using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>What staff asked and got no answer to, or none that helped: alike questions together, the largest group first.</summary>
public sealed class UnansweredQuestions(
    IDbContextFactory<HartwoodDbContext> databases,
    SectionRanker engine,
    QuestionVectors vectors,
    SavedAnswers answers,
    TimeProvider time
)
{
    /// <summary>The newest ones; a practice reads no more.</summary>
    public const int MostRead = 5_000;

    /// <summary>Kinds of what was written that no answer could help.</summary>
    private static readonly string[] NoQuestions = [PhrasingBank.SmallTalk, PhrasingBank.Nonsense, "abuse", "steering the bot"];

    /// <summary>What is unanswered now. What was asked before the bot had an answer to it, word for word, is left out.</summary>
    /// <param name="until">Only what was asked until then, so that a group does not grow under somebody who answers it.</param>
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
        var known = answers
            .All.SelectMany(answer => answer.Wordings.Select(wording => (Wording: QuestionGrouping.WordingOf(wording.Text), answer.At)))
            .GroupBy(one => one.Wording, one => one.At, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Max(), StringComparer.Ordinal);
        var unanswered = asked
            .Select(question => (Question: question, Wording: QuestionGrouping.WordingOf(question.Text)))
            .Where(one =>
                one.Question.AnswerId is not null || !known.TryGetValue(one.Wording, out var answered) || one.Question.AskedAt > answered
            );
        foreach (var same in unanswered.GroupBy(one => one.Wording, one => one.Question, StringComparer.Ordinal))
        {
            var ranking = engine.Rank(same.First().Text, 1);
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

    /// <summary>What is unanswered at this moment, and which moment it was.</summary>
    public async Task<(IReadOnlyList<UnansweredGroup> Groups, DateTimeOffset At)> NowAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return (await FindAsync(now, cancellationToken), now);
    }

    /// <summary>The group that a question belongs to; null when it is settled meanwhile.</summary>
    public async Task<UnansweredGroup?> FindAsync(
        Id<LoggedQuestion> questionId,
        DateTimeOffset until,
        CancellationToken cancellationToken
    ) => (await FindAsync(until, cancellationToken)).FirstOrDefault(group => group.Questions.Contains(questionId.Value));

    /// <summary>Questions that wait for the practice manager's answer, the oldest first.</summary>
    public async Task<IReadOnlyList<ManagerQuestion>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await ManagerQuestion.OpenIn(database).AsNoTracking().OrderBy(question => question.AskedAt).ToListAsync(cancellationToken);
    }
}

/// <summary>Alike questions that have no answer.</summary>
/// <param name="Id">The newest of them; names the group as long as it is there.</param>
/// <param name="Wordings">How they were asked, the most frequent first.</param>
/// <param name="Refused">How many the bot refused; the others were answered, and the answer did not help.</param>
/// <param name="LastAskedAt">UTC.</param>
public sealed record UnansweredGroup(Guid Id, IReadOnlyList<GroupWording> Wordings, int Refused, DateTimeOffset LastAskedAt)
{
    /// <summary>Their ids in the log.</summary>
    public IReadOnlyList<Guid> Questions { get; } = [.. Wordings.SelectMany(wording => wording.Questions)];

    public int NotHelpful => Questions.Count - Refused;

    /// <summary>Wordings that a card shows, each to tick.</summary>
    public const int MostShown = 20;

    /// <summary>Those behind these that the same answer can take in.</summary>
    public IReadOnlyList<GroupWording> Behind => [.. Wordings.Take(SavedAnswer.MostWordings).Skip(MostShown)];

    /// <summary>
    /// Only the wordings that a practice manager left ticked: no more than an answer keeps, or what was settled would be
    /// asked in vain.
    /// </summary>
    /// <param name="ticked">A question of each; one that is no more in the group makes the whole null.</param>
    /// <param name="ofAll">With those behind, of a group that had so many wordings; null for without. Of another number,
    /// the whole is null: others stand behind now.</param>
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

/// <summary>A wording, and the questions in the log that were asked so.</summary>
public sealed record GroupWording(string Text, IReadOnlyList<Guid> Questions);
