namespace HartwoodPolicyBot.Core.Policies;

/// <summary>A policy of the practice, word for word, as read from one Markdown file.</summary>
/// <param name="Slug">The file's name without its ending; stands in addresses and in the question log.</param>
/// <param name="Title">From the front matter.</param>
/// <param name="Version">From the front matter; null where the policy does not state one ("unknown").</param>
/// <param name="Owner">From the front matter; null where the policy does not name one.</param>
/// <param name="Fingerprint">Twelve hex digits over the text: tells two texts apart that state the same version.</param>
/// <param name="Sections">In the order of the document; their headings are unique.</param>
public sealed record PolicyDocument(
    string Slug,
    string Title,
    string? Version,
    string? Owner,
    string Fingerprint,
    IReadOnlyList<PolicySection> Sections
)
{
    private const string NotStated = "not stated";

    /// <summary>What is recorded as "the version": the stated one, and always the fingerprint.</summary>
    public string VersionOnRecord => $"{Version ?? NotStated} ({Fingerprint})";

    /// <summary>
    /// A version on record as practice managers and inspectors read it: "version 2, text code 83804110b89b", or the code
    /// alone.
    /// </summary>
    public static string TextCode(string onRecord) =>
        Parts(onRecord) switch
        {
            null => onRecord,
            (NotStated, var code) => $"text code {code}",
            var (version, code) => $"version {version}, text code {code}",
        };

    /// <summary>The version that was stated in one that is on record; null where none was.</summary>
    public static string? VersionIn(string onRecord) => Parts(onRecord) is var (version, _) && version != NotStated ? version : null;

    /// <summary>The text's fingerprint in one that is on record.</summary>
    public static string? CodeIn(string onRecord) => Parts(onRecord)?.Code;

    private static (string Version, string Code)? Parts(string onRecord) =>
        onRecord.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var end && onRecord.EndsWith(')')
            ? (onRecord[..end], onRecord[(end + 2)..^1])
            : null;
}

/// <summary>A heading and its clauses.</summary>
/// <param name="DocumentSlug">The document that the section stands in.</param>
/// <param name="Heading">Exactly as in the policy.</param>
/// <param name="Anchor">The heading as it stands in an address.</param>
/// <param name="Group">The heading above this one, where sections are grouped under one; otherwise null.</param>
/// <param name="Clauses">In order; at least one.</param>
public sealed record PolicySection(string DocumentSlug, string Heading, string Anchor, string? Group, IReadOnlyList<Clause> Clauses)
{
    /// <summary>Names the section across all documents.</summary>
    public string Id => $"{DocumentSlug}/{Anchor}";
}

/// <summary>One sentence or one bullet of a section, verbatim.</summary>
/// <param name="Number">Its place in the section, from 0.</param>
/// <param name="Text">The words, without a bullet mark.</param>
/// <param name="IsBullet">Stands in a list.</param>
/// <param name="Paragraph">The place of its paragraph or list in the section, from 0.</param>
/// <param name="IntroducedBy">
/// The number of the clause without which this one says little: of a bullet, the line that introduces its list; of "This
/// includes…", the sentence before. Null where there is none.
/// </param>
public sealed record Clause(int Number, string Text, bool IsBullet, int Paragraph, int? IntroducedBy = null);
