using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// Holds the saved answers in memory. A change in this instance takes effect at once, and one in another instance at the
/// next refresh, four times a second.
/// </summary>
public sealed class SavedAnswers(IDbContextFactory<HartwoodDbContext> databases, SectionRanker ranker, QuestionVectors vectors)
    : IDisposable
{
    /// <summary>
    /// The similarity from which two questions count as the same. It was measured; see the README of the
    /// benchmark program.
    /// </summary>
    public const float Same = 0.55f;

    /// <summary>The similarity from which an answer is offered by its question, for the person to decide.</summary>
    public const float Near = 0.2f;
    public const int MostNear = 3;
    private readonly SemaphoreSlim one = new(1, 1);
    private volatile Loaded current = new([], new([], ranker, vectors), null);

    /// <summary>All saved answers, in alphabetical order of their questions.</summary>
    public IReadOnlyList<SavedAnswer> All => current.Answers;

    /// <summary>Returns the answers that contain all of the words, in the question or the answer.</summary>
    public IReadOnlyList<SavedAnswer> Holding(string words)
    {
        var all = words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return
        [
            .. current.Answers.Where(answer =>
                Array.TrueForAll(
                    all,
                    word =>
                        answer.Text.Contains(word, StringComparison.OrdinalIgnoreCase)
                        || answer.Wordings.Exists(wording => wording.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
                )
            ),
        ];
    }

    public SavedAnswer? Find(Id<SavedAnswer> id) => current.ById.GetValueOrDefault(id.Value);

    /// <summary>Returns the saved answer to a question, and the answers to similar questions.</summary>
    public FoundSavedAnswers Find(QuestionText question)
    {
        var similar = current.Index.Nearest(question, MostNear);
        var same = similar.Count > 0 && similar[0].Likeness >= Same ? similar[0].Item : null;
        return new(same, [.. similar.Where(answer => answer.Likeness >= Near && answer.Item != same).Select(answer => answer.Item)]);
    }

    /// <summary>Reads the saved answers again if anything in the database has changed.</summary>
    /// <returns>True when something had changed.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var stamp = await database
                .ManagerAnswers.GroupBy(_ => 1)
                .Select(all => new Stamp(all.Count(), all.Sum(answer => answer.Version), all.Max(answer => answer.At)))
                .SingleOrDefaultAsync(cancellationToken);
            if (stamp == current.Stamp)
            {
                return false;
            }

            var answers = await database
                .ManagerAnswers.AsNoTracking()
                .Include(answer => answer.Wordings)
                .AsSplitQuery()
                .ToListAsync(cancellationToken);
            IReadOnlyList<SavedAnswer> sorted =
            [
                .. answers.OrderBy(answer => answer.Question, StringComparer.OrdinalIgnoreCase).ThenBy(answer => answer.Id),
            ];

            current = new(sorted, new(Wordings(sorted), ranker, vectors, current.Index), stamp);
            return true;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Reads the questions of the answers again, because the policies in force have taught the bot other words.</summary>
    public void ReadAgain()
    {
        var now = current;
        current = new(now.Answers, new(Wordings(now.Answers), ranker, vectors), now.Stamp);
    }

    public void Dispose() => one.Dispose();

    /// <summary>Lists the wordings of the newest answers first: when two answers have the same question, the newer one is given.</summary>
    private static IEnumerable<(SavedAnswer Answer, string Text)> Wordings(IEnumerable<SavedAnswer> answers) =>
        answers.OrderByDescending(answer => answer.At).SelectMany(answer => answer.Wordings.Select(wording => (answer, wording.Text)));

    /// <summary>Tells whether a list has changed: any change changes at least one of the three values.</summary>
    private sealed record Stamp(int Count, int Versions, DateTimeOffset Newest);

    private sealed record Loaded(IReadOnlyList<SavedAnswer> Answers, QuestionIndex<SavedAnswer> Index, Stamp? Stamp)
    {
        public Dictionary<Guid, SavedAnswer> ById { get; } = Answers.ToDictionary(answer => answer.Id);
    }
}

/// <summary>Holds the saved answers that were found for a question.</summary>
/// <param name="Same">The answer to the same question; null when there is none.</param>
/// <param name="Near">Answers to similar questions, which the person may look at, without <paramref name="Same"/>.</param>
public sealed record FoundSavedAnswers(SavedAnswer? Same, IReadOnlyList<SavedAnswer> Near)
{
    public static FoundSavedAnswers None { get; } = new(null, []);
}
