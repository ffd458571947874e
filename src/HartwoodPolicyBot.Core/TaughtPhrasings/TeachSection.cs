using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.TaughtPhrasings;

/// <summary>
/// Teaches the bot, in the name of a practice manager, which section answers a question, and undoes it. The questions that it
/// answers are settled in the same unit of work.
/// </summary>
public sealed class TeachSection(
    UnitOfWork unitOfWork,
    PolicyLibrary library,
    TaughtSections taught,
    FindTaughtChanges changes,
    StaffOptions staff,
    Audit audit,
    TimeProvider time
)
{
    /// <summary>Teaches a section for all of these wordings, unless it would change other answers that nobody has been shown.</summary>
    /// <param name="by">The practice manager.</param>
    /// <param name="wordings">The wordings of the question, as the log has them.</param>
    /// <param name="choice">The section, and the clause to set off.</param>
    /// <param name="shown">The mark of the changes that the practice manager was shown; null if they were shown none.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<TeachResult> TeachAsync(
        ActingManager by,
        IReadOnlyList<GroupWording> wordings,
        ClauseChoice choice,
        string? shown,
        CancellationToken cancellationToken
    )
    {
        if (!staff.ActsAsManager(by.Id))
        {
            return new() { Refusal = ManagerQuestionRefusals.NotAllowed };
        }

        if (choice.In(library) is not var (section, clause))
        {
            return new() { Refusal = TaughtPhrasingRefusals.SectionGone };
        }

        IReadOnlyList<TaughtPhrasing> next =
        [
            .. wordings
                .Select(wording => Phrasing(by, wording.Text, section, clause))
                .OfType<TaughtPhrasing>()
                .DistinctBy(phrasing => phrasing.WordsHash),
        ];
        if (next.Count == 0)
        {
            return new() { Refusal = TaughtPhrasingRefusals.NoWords };
        }

        // What another instance has taught a moment ago counts as well.
        await taught.RefreshAsync(cancellationToken);
        var found = await changes.FindAsync(next, cancellationToken);
        if (found.Any && found.Mark != shown)
        {
            return new() { ToConfirm = found };
        }

        IReadOnlyList<Guid> answered = [.. wordings.SelectMany(wording => wording.Questions)];
        var refusal = await unitOfWork.WriteAsync(
            database => StoreAsync(database, by, next, found.Replaced, answered, cancellationToken),
            cancellationToken
        );
        await taught.RefreshAsync(cancellationToken);
        var hashes = next.Select(phrasing => phrasing.WordsHash).ToHashSet(StringComparer.Ordinal);
        return new() { Refusal = refusal, Taught = [.. taught.All.Where(phrasing => hashes.Contains(phrasing.WordsHash))] };
    }

    /// <summary>Undoes what was taught, so that the bot answers as it did before.</summary>
    /// <param name="by">The practice manager.</param>
    /// <param name="seen">What they saw, with its version, so that something taught since isn't lost.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<Refusal?> UndoAsync(ActingManager by, IReadOnlyList<SeenPhrasing> seen, CancellationToken cancellationToken)
    {
        if (!staff.ActsAsManager(by.Id))
        {
            return ManagerQuestionRefusals.NotAllowed;
        }

        var undone = await unitOfWork.WriteAsync(
            async database =>
            {
                var count = 0;
                foreach (var (id, version) in seen)
                {
                    if (
                        await database
                            .TaughtPhrasings.Where(row => row.Id == id && row.Version == version)
                            .ExecuteDeleteAsync(cancellationToken) > 0
                    )
                    {
                        await audit.DidAsync(database, by.Id, TaughtPhrasingAudit.Undone, $"{id}", cancellationToken);
                        count++;
                    }
                }

                return count;
            },
            cancellationToken
        );
        await taught.RefreshAsync(cancellationToken);
        return undone == seen.Count && undone > 0 ? null : TaughtPhrasingRefusals.NotTaught;
    }

    private TaughtPhrasing? Phrasing(ActingManager by, string question, PolicySection section, Clause clause)
    {
        var text = LoggedQuestion.Masked(question.Trim(), time);
        return TaughtPhrasing.HashOf(text) is not { } hash
            ? null
            : new()
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                Text = text,
                WordsHash = hash,
                PolicySlug = section.DocumentSlug,
                Heading = section.KnownAs[0],
                Clause = clause.Text,
                By = by.Name,
                ById = by.Id.Value,
                At = time.GetUtcNow(),
                Version = 1,
            };
    }

    /// <summary>Stores all of it or nothing. What another practice manager has taught since is never replaced unseen.</summary>
    private async Task<Refusal?> StoreAsync(
        HartwoodDbContext database,
        ActingManager by,
        IReadOnlyList<TaughtPhrasing> next,
        IReadOnlyList<TaughtPhrasing> replaced,
        IReadOnlyList<Guid> answered,
        CancellationToken cancellationToken
    )
    {
        try
        {
            foreach (var phrasing in next)
            {
                var held = await database.TaughtPhrasings.FirstOrDefaultAsync(
                    row => row.WordsHash == phrasing.WordsHash,
                    cancellationToken
                );
                if (held?.IsTaughtTo(phrasing) == true)
                {
                    continue;
                }

                if (held is not null && !replaced.Any(other => other.Id == held.Id && other.Version == held.Version))
                {
                    await database.Database.RollbackTransactionAsync(cancellationToken);
                    return TaughtPhrasingRefusals.WasTaught(held.By, held.Heading);
                }

                if (held is null)
                {
                    database.TaughtPhrasings.Add(phrasing);
                }
                else
                {
                    (held.PolicySlug, held.Heading, held.Clause) = (phrasing.PolicySlug, phrasing.Heading, phrasing.Clause);
                    (held.By, held.ById, held.At, held.Version) = (phrasing.By, phrasing.ById, phrasing.At, held.Version + 1);
                }

                await audit.DidAsync(database, by.Id, TaughtPhrasingAudit.Taught, $"{(held ?? phrasing).Id}", cancellationToken);
            }
        }
        catch (DbUpdateException fault)
        {
            // Either another instance has taught the same question first, or the database has a fault.
            await database.Database.RollbackTransactionAsync(cancellationToken);
            var hashes = next.Select(phrasing => phrasing.WordsHash).ToList();
            return
                await database.TaughtPhrasings.AsNoTracking().FirstOrDefaultAsync(row => hashes.Contains(row.WordsHash), cancellationToken)
                    is { } first
                ? TaughtPhrasingRefusals.WasTaught(first.By, first.Heading)
                : throw new InvalidOperationException("What was taught cannot be stored.", fault);
        }

        DateTimeOffset? now = time.GetUtcNow();
        foreach (var some in answered.Chunk(500))
        {
            await database
                .Questions.Where(row => some.Contains(row.Id) && row.SettledAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.SettledAt, now), cancellationToken);
        }

        return null;
    }
}

/// <summary>Names a section and the clause to set off, as they come back from a card.</summary>
/// <param name="SectionId">The id of the section.</param>
/// <param name="ClauseMark">The mark of the clause's text, because its number may be another one by then.</param>
public sealed record ClauseChoice(string SectionId, string ClauseMark)
{
    /// <summary>Returns the mark of a clause.</summary>
    public static string MarkOf(Clause clause) => Codes.Hash(clause.Text)[..16];

    /// <summary>Returns the section and the clause; null if the policies don't have them now.</summary>
    public (PolicySection Section, Clause Clause)? In(PolicyLibrary library) =>
        library.Section(SectionId) is { } section && section.Clauses.FirstOrDefault(clause => MarkOf(clause) == ClauseMark) is { } clause
            ? (section, clause)
            : null;
}

/// <summary>Represents a taught phrasing that a practice manager saw, and its version then.</summary>
public sealed record SeenPhrasing(Guid Id, int Version);

/// <summary>Holds the result of teaching: what was taught, what is to be confirmed first, or why nothing was taught.</summary>
public sealed record TeachResult
{
    public IReadOnlyList<TaughtPhrasing> Taught { get; init; } = [];

    public TaughtChanges? ToConfirm { get; init; }

    public Refusal? Refusal { get; init; }
}
