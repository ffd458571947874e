using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Guidance;

/// <summary>Holds the national guidance that the policy rests on, as an editor has written it down.</summary>
/// <param name="CollectedOn">The day on which the facts were collected.</param>
/// <param name="Documents">The documents, in the order in which they are shown.</param>
public sealed record NationalGuidance(DateOnly CollectedOn, IReadOnlyList<GuidanceDocument> Documents);

/// <summary>Represents a document of a national body, with what is known about it. The bot can't look anything up.</summary>
public sealed record GuidanceDocument
{
    /// <summary>The id, which checks store, so it is never used again for another document.</summary>
    public required string Id { get; init; }

    /// <summary>The body that has published it.</summary>
    public required string By { get; init; }

    public required string Title { get; init; }

    /// <summary>A sentence on how the policy names it, or that it doesn't.</summary>
    public required string InPolicy { get; init; }

    /// <summary>A sentence on when it was published and since when it is in force.</summary>
    public required string Date { get; init; }

    /// <summary>What has changed since the policy was written, in a few sentences.</summary>
    public required string Changed { get; init; }

    /// <summary>The address; null where none is known.</summary>
    public Uri? Address { get; init; }

    /// <summary>The places that the facts were taken from.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}

/// <summary>Reports a guidance file that can't be used. The message says why, in one line.</summary>
public sealed class GuidanceFileException(string file, string what) : SetUpException($"The file {Path.GetFileName(file)} {what}.");
