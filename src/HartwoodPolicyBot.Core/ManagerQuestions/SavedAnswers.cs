using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// The practice manager's answers as the bot gives them, in memory. A change here is live at once; another instance's when
/// this one looks, twice a second.
/// </summary>
public sealed class SavedAnswers(IDbContextFactory<HartwoodDbContext> databases, SectionRanker engine, QuestionVectors vectors)
    : IDisposable
{
    /// <summary>So like the question of an answer that it is the same; by measurement, see README.</summary>
    public const float Same = 0.55f;

    /// <summary>Like enough to be offered, by its question, for the person to judge.</summary>
    public const float Near = 0.2f;
    public const int MostNear = 3;
    private readonly SemaphoreSlim one = new(1, 1);
    private volatile Known known = new([], new([], engine, vectors), null);

    /// <summary>By their questions' alphabet.</summary>
    public IReadOnlyList<SavedAnswer> All => known.Answers;

    /// <summary>Those that hold all of the words, in question or answer.</summary>
    public IReadOnlyList<SavedAnswer> Holding(string words)
    {
        var all = words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return
        [
            .. known.Answers.Where(answer =>
                Array.TrueForAll(
                    all,
                    word =>
                        answer.Text.Contains(word, StringComparison.OrdinalIgnoreCase)
                        || answer.Wordings.Exists(wording => wording.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
                )
            ),
        ];
    }

    public SavedAnswer? Find(Id<SavedAnswer> id) => known.ById.GetValueOrDefault(id.Value);

    /// <summary>What the practice manager has answered to a question, and what comes near it.</summary>
    public FoundSavedAnswers Find(QuestionText question)
    {
        var alike = known.Index.Nearest(question, MostNear);
        var same = alike.Count > 0 && alike[0].Likeness >= Same ? alike[0].Answer : null;
        return new(same, [.. alike.Where(answer => answer.Likeness >= Near && answer.Answer != same).Select(answer => answer.Answer)]);
    }

    /// <summary>Reads them anew if anything has changed in the database since.</summary>
    /// <returns>True when something had.</returns>
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
            if (stamp == known.Stamp)
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

            // Of two answers to the same question the newer one is given.
            known = new(sorted, new(sorted.OrderByDescending(answer => answer.At), engine, vectors, known.Index), stamp);
            return true;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    /// <summary>Two lists that differ have not all three alike.</summary>
    private sealed record Stamp(int Count, int Versions, DateTimeOffset Newest);

    private sealed record Known(IReadOnlyList<SavedAnswer> Answers, SavedAnswerIndex Index, Stamp? Stamp)
    {
        public Dictionary<Guid, SavedAnswer> ById { get; } = Answers.ToDictionary(answer => answer.Id);
    }
}

/// <summary>What the practice manager has answered.</summary>
/// <param name="Same">To the same question; null when to none.</param>
/// <param name="Near">To questions near it, which the person may look at; not the same.</param>
public sealed record FoundSavedAnswers(SavedAnswer? Same, IReadOnlyList<SavedAnswer> Near)
{
    public static FoundSavedAnswers None { get; } = new(null, []);
}
