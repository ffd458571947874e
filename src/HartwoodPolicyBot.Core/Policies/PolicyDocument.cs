using System.Runtime.InteropServices;
using HartwoodPolicyBot.Core.Policies.Import;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>Represents a policy of the practice, word for word, read from one Markdown file.</summary>
/// <param name="Slug">The file's name without its extension, used in links and in the question log.</param>
/// <param name="Title">The title from the front matter.</param>
/// <param name="Version">The version from the front matter; null where the policy does not state one ("unknown").</param>
/// <param name="Owner">The owner from the front matter; null where the policy does not name one.</param>
/// <param name="Fingerprint">Twelve hex digits of a hash of the text, to tell apart two texts that state the same version.</param>
/// <param name="Sections">The sections in the order of the document. Their headings are unique.</param>
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

    /// <summary>The number of the version in the database, from 1. It is not the version that a text states.</summary>
    public int Number { get; init; } = 1;

    /// <summary>The day of approval; null where nobody has said one.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>The day by which the policy is to be reviewed; null where nobody has said one.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>Whether the change to this version is so small that nobody is asked to read the policy again.</summary>
    public bool IsMinor { get; init; }

    /// <summary>The day in London from which this version is in force; null for a policy that no database holds.</summary>
    public DateOnly? InForceFrom { get; init; }

    /// <summary>The version as it is recorded: the stated version, and always the fingerprint.</summary>
    public string VersionOnRecord => OnRecord(Version, Fingerprint);

    /// <summary>
    /// The version whose sign-offs count: after a minor change that of the text before it, because nobody is asked again, and a round
    /// that is in progress goes on.
    /// </summary>
    public string VersionToSignOff => SignedOffAs ?? VersionOnRecord;

    /// <summary>For a minor change, the recorded version of the last text that was none; otherwise null.</summary>
    public string? SignedOffAs { get; init; }

    internal static string OnRecord(string? stated, string fingerprint) => $"{stated ?? NotStated} ({fingerprint})";

    /// <summary>
    /// Returns a recorded version as practice managers and inspectors read it: "Version 2, text code 83804110b89b", or only
    /// "Text code 83804110b89b".
    /// </summary>
    public static string TextCode(string onRecord) =>
        Parts(onRecord) switch
        {
            null => onRecord,
            (NotStated, var code) => $"Text code {code}",
            var (version, code) => $"Version {version}, text code {code}",
        };

    /// <summary>Returns the stated part of a recorded version; null where none was stated.</summary>
    public static string? VersionIn(string onRecord) => Parts(onRecord) is var (version, _) && version != NotStated ? version : null;

    /// <summary>Returns the fingerprint in a recorded version.</summary>
    public static string? CodeIn(string onRecord) => Parts(onRecord)?.Code;

    private static (string Version, string Code)? Parts(string onRecord) =>
        onRecord.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var end && onRecord.EndsWith(')')
            ? (onRecord[..end], onRecord[(end + 2)..^1])
            : null;
}

/// <summary>Represents a heading and its clauses.</summary>
/// <param name="DocumentSlug">The document that holds the section.</param>
/// <param name="Heading">The heading exactly as in the policy.</param>
/// <param name="Anchor">The heading as it is written in a link.</param>
/// <param name="Group">The heading above this one, where sections are grouped under it; otherwise null.</param>
/// <param name="Clauses">The clauses in order, at least one.</param>
public sealed record PolicySection(string DocumentSlug, string Heading, string Anchor, string? Group, IReadOnlyList<Clause> Clauses)
{
    /// <summary>
    /// The headings that this section had in version 1. Phrasings and scenarios name a section by them, so they stay with it although
    /// it was renamed or joined with another.
    /// </summary>
    public IReadOnlyList<string> KnownAs { get; init; } = [Heading];

    /// <summary>The id of the section, unique across all documents.</summary>
    public string Id => $"{DocumentSlug}/{Anchor}";

    /// <summary>
    /// Returns a clause together with what it can't be read without, in order: what introduces it, and for a line that ends in a
    /// colon, its list.
    /// </summary>
    public IReadOnlyList<Clause> WithContext(Clause clause)
    {
        if (clause.IntroducedBy is null && !clause.Text.EndsWith(':'))
        {
            return [clause];
        }

        var isNeeded = new bool[Clauses.Count];
        for (var needed = (int?)clause.Number; needed is { } number && !isNeeded[number]; needed = Clauses[number].IntroducedBy)
        {
            isNeeded[number] = true;
        }

        var isList = clause.Text.EndsWith(':');
        return [.. Clauses.Where(item => isNeeded[item.Number] || (isList && item.IntroducedBy == clause.Number))];
    }

    /// <summary>Returns clauses together with what they can't be read without, each once, as they come.</summary>
    public IReadOnlyList<Clause> WithContext(IEnumerable<Clause> clauses)
    {
        var isTaken = new bool[Clauses.Count];
        var taken = new List<Clause>();
        foreach (var clause in clauses)
        {
            foreach (var needed in WithContext(clause))
            {
                if (!isTaken[needed.Number])
                {
                    isTaken[needed.Number] = true;
                    taken.Add(needed);
                }
            }
        }

        return taken;
    }
}

/// <summary>Names a clause: the id of its section, and its number in it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ClauseId(string SectionId, int Number);

/// <summary>Represents one sentence or one bullet of a section, verbatim.</summary>
/// <param name="Number">Its place in the section, from 0.</param>
/// <param name="Text">The words, without a bullet mark.</param>
/// <param name="IsBullet">Whether the clause is a bullet of a list.</param>
/// <param name="Paragraph">The place of its paragraph or list in the section, from 0.</param>
/// <param name="IntroducedBy">
/// The number of the clause that this one needs to make sense: for a bullet, the line that introduces its list; for "This
/// includes…", the sentence before. Null where there is none.
/// </param>
public sealed record Clause(int Number, string Text, bool IsBullet, int Paragraph, int? IntroducedBy = null)
{
    /// <summary>Whether it is shown with a bullet mark. A bullet that starts with a number, such as "1." or "(a)", is not.</summary>
    public bool HasBulletMark => IsBullet && !PlainWords.StartsWithListNumber(Text);
}
