using System.Text.Json;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies.Import;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>
/// Keeps the policies that practice managers have sent and not yet published, compares each with the version in force, and takes
/// corrections of what was read.
/// </summary>
public sealed class PolicyDrafts(UnitOfWork unitOfWork, PolicyLibrary library, IEnumerable<PolicyEffectSource> effects, TimeProvider time)
{
    private const int DeepestLevel = 6;
    private readonly PolicyEffectSource[] effects = [.. effects];

    /// <summary>Keeps a policy that was read from a file, and returns its review.</summary>
    public async Task<Outcome<PolicyReview>> AddAsync(
        PersonId managerId,
        string fileName,
        ImportedPolicy policy,
        CancellationToken cancellationToken
    )
    {
        var replaces = Likely(policy);
        var draft = new PolicyDraft
        {
            Id = Guid.NewGuid(),
            PersonId = managerId.Value,
            FileName = Excerpt.Cut(fileName, PolicyDraft.LongestFileName),
            SentAt = time.GetUtcNow(),
            ChangedAt = time.GetUtcNow(),
            Content = JsonSerializer.Serialize(policy),
            Replaces = replaces,
        };
        if (Read(policy, replaces) is null)
        {
            return PolicyRefusals.NoText;
        }

        await unitOfWork.WriteAsync(
            async database =>
            {
                draft.Revision = await RevisionAsync(database, replaces, cancellationToken);
                database.PolicyDrafts.Add(draft);
                await database.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );
        return await ReviewAsync(draft, cancellationToken);
    }

    /// <summary>Returns the review of a draft as things are now.</summary>
    public async Task<Outcome<PolicyReview>> FindAsync(Id<PolicyDraft> id, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await database.PolicyDrafts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id.Value, cancellationToken) is { } draft
            ? await ReviewAsync(draft, cancellationToken)
            : PolicyRefusals.DraftGone;
    }

    /// <summary>Returns the review, and counts it as looked at: whoever publishes now has seen the version in force.</summary>
    public async Task<Outcome<PolicyReview>> LookAsync(Id<PolicyDraft> id, CancellationToken cancellationToken)
    {
        await unitOfWork.WriteAsync(
            async database =>
            {
                if (await database.PolicyDrafts.FirstOrDefaultAsync(row => row.Id == id.Value, cancellationToken) is { } draft)
                {
                    draft.Revision = await RevisionAsync(database, draft.Replaces, cancellationToken);
                    await database.SaveChangesAsync(cancellationToken);
                }
            },
            cancellationToken
        );
        return await FindAsync(id, cancellationToken);
    }

    /// <summary>Corrects how one heading was read.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="section">The place of the section in the text, from 0.</param>
    /// <param name="correction">What the heading is.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<Outcome<PolicyReview>> CorrectAsync(
        Id<PolicyDraft> id,
        int section,
        HeadingCorrection correction,
        CancellationToken cancellationToken
    )
    {
        var isFound = await unitOfWork.WriteAsync(
            async database =>
            {
                if (await database.PolicyDrafts.FirstOrDefaultAsync(row => row.Id == id.Value, cancellationToken) is not { } draft)
                {
                    return false;
                }

                var policy = Content(draft);
                if (section >= 0 && section < policy.Sections.Count)
                {
                    draft.Content = JsonSerializer.Serialize(policy with { Sections = Corrected(policy.Sections, section, correction) });
                    draft.ChangedAt = time.GetUtcNow();
                    await database.SaveChangesAsync(cancellationToken);
                }

                return true;
            },
            cancellationToken
        );
        return isFound ? await LookAsync(id, cancellationToken) : PolicyRefusals.DraftGone;
    }

    public Task DiscardAsync(Id<PolicyDraft> id, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync(
            database => database.PolicyDrafts.Where(row => row.Id == id.Value).ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );

    internal static ImportedPolicy Content(PolicyDraft draft) =>
        JsonSerializer.Deserialize<ImportedPolicy>(draft.Content) ?? throw new InvalidOperationException("A draft holds no policy.");

    /// <summary>Returns the text as it would be published; null where there is no text below any heading.</summary>
    internal PolicyDocument? Read(ImportedPolicy policy, string? replaces)
    {
        try
        {
            var read = PolicyParser.ParsePublished(replaces ?? NewSlug(policy.Title), policy.ToMarkdown());
            return library.Document(replaces) is { } before ? SectionOrigins.Follow(before, read) : read;
        }
        catch (PolicyFileException)
        {
            return null;
        }
    }

    /// <summary>Returns a name for links that no policy has.</summary>
    internal static string NewSlug(string title)
    {
        const int Longest = 60;
        var anchor = Excerpt.Cut(PolicyParser.AnchorOf(title), Longest).Trim('-', '…');
        var wanted = anchor.Length == 0 ? "policy" : anchor;
        return ShippedPolicies.TakenSlugs.Contains(wanted) ? $"{wanted}-policy" : wanted;
    }

    private async Task<Outcome<PolicyReview>> ReviewAsync(PolicyDraft draft, CancellationToken cancellationToken)
    {
        var policy = Content(draft);
        if (Read(policy, draft.Replaces) is not { } after)
        {
            return PolicyRefusals.NoText;
        }

        var before = library.Document(draft.Replaces);
        var change = new PolicyChange(before, after, PolicyComparison.Of(before, after));
        var found = new List<PolicyEffect>();
        foreach (var source in effects)
        {
            found.AddRange(await source.FindAsync(change, cancellationToken));
        }

        return new PolicyReview(draft, policy, change, found);
    }

    /// <summary>Returns the revision of a policy; 0 for one that was never published.</summary>
    private static Task<int> RevisionAsync(HartwoodDbContext database, string? slug, CancellationToken cancellationToken) =>
        database.PublishedPolicies.Where(row => row.Slug == slug).Select(row => row.Revision).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Returns the policy in force that a file is most likely a new version of; null if none is.</summary>
    private string? Likely(ImportedPolicy policy)
    {
        var anchor = PolicyParser.AnchorOf(policy.Title);
        if (
            library.Documents.FirstOrDefault(document => document.Slug == anchor || PolicyParser.AnchorOf(document.Title) == anchor) is
            { } named
        )
        {
            return named.Slug;
        }

        var read = Read(policy, null);
        return read is null
            ? null
            : library
                .Documents.Where(document =>
                    PolicyComparison.Of(document, read).Sections.Count(section => section is { Before: not null, After: not null }) * 2
                    > document.Sections.Count
                )
                .Select(document => document.Slug)
                .FirstOrDefault();
    }

    private static List<ImportedSection> Corrected(IReadOnlyList<ImportedSection> sections, int place, HeadingCorrection correction)
    {
        var corrected = sections.ToList();
        var section = corrected[place];
        if (correction.Level is { } level)
        {
            corrected[place] = section with { Level = Math.Clamp(level, 1, DeepestLevel) };
        }
        else if (place > 0)
        {
            var above = corrected[place - 1];
            var next = above.Clauses.Count == 0 ? 0 : above.Clauses[^1].Paragraph + 1;
            var heading =
                correction.KeepsWords && section.Heading.Length > 0
                    ? [new ImportedClause(section.Heading, IsBullet: false, next++)]
                    : Array.Empty<ImportedClause>();
            corrected[place - 1] = above with
            {
                Clauses =
                [
                    .. above.Clauses,
                    .. heading,
                    .. section.Clauses.Select(clause => clause with { Paragraph = clause.Paragraph + next }),
                ],
            };
            corrected.RemoveAt(place);
        }

        return corrected;
    }
}

/// <summary>Holds what a practice manager says of a heading that was read from a file.</summary>
/// <param name="Level">Its level, from 1; null if its section is joined with the one above.</param>
/// <param name="KeepsWords">When joined: whether the heading's words are text of the policy.</param>
public sealed record HeadingCorrection(int? Level, bool KeepsWords = false);

/// <summary>Represents a draft beside the version in force, and what would follow from publishing it.</summary>
public sealed record PolicyReview(PolicyDraft Draft, ImportedPolicy Policy, PolicyChange Change, IReadOnlyList<PolicyEffect> Effects)
{
    /// <summary>How many sections have text, as they are compared and published. A heading with none is not a section of its own.</summary>
    public int Sections => Change.After.Sections.Count;

    public int Clauses => Policy.Sections.Sum(section => section.Clauses.Count);
}
