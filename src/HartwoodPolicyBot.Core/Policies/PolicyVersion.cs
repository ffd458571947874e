using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>Holds one version of a policy, with its whole text. A version is never changed or deleted after it was published.</summary>
public sealed class PolicyVersion
{
    public Guid Id { get; init; }

    public required string PolicySlug { get; init; }

    /// <summary>The number of the version, from 1. It counts the texts, and is not the version that a text states.</summary>
    public int Number { get; init; }

    public required string Title { get; init; }

    /// <summary>The version that the policy states; null where it states none.</summary>
    public string? StatedVersion { get; init; }

    public string? Owner { get; init; }

    public DateOnly? ApprovedOn { get; init; }

    public DateOnly? ReviewBy { get; init; }

    /// <summary>The text code, as in <see cref="PolicyDocument.Fingerprint"/>.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The text in the project's own Markdown, which <see cref="PolicyParser"/> reads.</summary>
    public required string Markdown { get; init; }

    /// <summary>
    /// As JSON: for the link of each renamed section, the headings that it had in version 1. Null where nothing was renamed.
    /// </summary>
    public string? KnownAs { get; init; }

    /// <summary>Whether the change is so small that nobody is asked to read the policy again.</summary>
    public bool IsMinor { get; init; }

    /// <summary>The number of the earlier version whose text this is; null for a new text.</summary>
    public int? BroughtBack { get; init; }

    /// <summary>The first day in London on which this version is in force.</summary>
    public DateOnly InForceFrom { get; init; }

    /// <summary>The time when it was published, in UTC like all times here.</summary>
    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>The Entra id of the practice manager, in lower case; null for a version that came with the bot.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>Their name at that time.</summary>
    public string? PublishedByName { get; init; }

    /// <summary>The time when a practice manager called it off before its day; null if nobody did.</summary>
    public DateTimeOffset? CalledOffAt { get; set; }

    /// <summary>The version as sign-offs and training record it.</summary>
    public string OnRecord => PolicyDocument.OnRecord(StatedVersion, Fingerprint);

    /// <summary>Returns a document of this text with what is known of the version beside it.</summary>
    public PolicyDocument WithFacts(PolicyDocument text) =>
        text with
        {
            Title = Title,
            Version = StatedVersion,
            Owner = Owner,
            Number = Number,
            ApprovedOn = ApprovedOn,
            ReviewBy = ReviewBy,
            InForceFrom = InForceFrom,
            IsMinor = IsMinor,
        };

    /// <summary>Reads the text.</summary>
    public PolicyDocument Read()
    {
        var read = PolicyParser.ParsePublished(PolicySlug, Markdown);
        var known = SectionOrigins.Read(KnownAs);
        return WithFacts(read) with
        {
            Sections =
            [
                .. read.Sections.Select(section =>
                    known.TryGetValue(section.Anchor, out var headings) ? section with { KnownAs = headings } : section
                ),
            ],
        };
    }
}

/// <summary>
/// Says of one policy whether it is in use. Its revision rises with each change, so that of two practice managers who change it at
/// once, one wins.
/// </summary>
public sealed class PublishedPolicy
{
    /// <summary>The policy's name in links.</summary>
    public required string Slug { get; init; }

    public int Revision { get; set; }

    /// <summary>The time when a practice manager took it out of use; null while it is in use.</summary>
    public DateTimeOffset? OutOfUseAt { get; set; }

    /// <summary>
    /// Adds the row of a policy that is published for the first time. Several may try at the same moment, and the key accepts only one.
    /// </summary>
    /// <returns>1, or 0 where the policy has a row.</returns>
    internal static Task<int> AddAsync(HartwoodDbContext database, string slug, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "PublishedPolicies" ("Slug", "Revision") VALUES ({slug}, 1) ON CONFLICT ("Slug") DO NOTHING
            """,
            cancellationToken
        );
}

/// <summary>
/// Holds a policy that a practice manager has sent and not yet published. It is deleted when it is published, and some days after
/// the last change otherwise.
/// </summary>
public sealed class PolicyDraft
{
    public const int LongestFileName = 200;

    public Guid Id { get; init; }

    /// <summary>The Entra id of the practice manager who sent the file, in lower case.</summary>
    public required string PersonId { get; init; }

    /// <summary>The name of the file, as it was sent.</summary>
    public required string FileName { get; init; }

    public DateTimeOffset SentAt { get; init; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>As JSON: the policy as it was read from the file, with the practice manager's corrections.</summary>
    public required string Content { get; set; }

    /// <summary>The policy that it is to replace; null if it is a new policy.</summary>
    public string? Replaces { get; set; }

    /// <summary>The revision of that policy when the draft was last looked at; 0 for a new policy.</summary>
    public int Revision { get; set; }
}
