using System.Text.Json.Serialization;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Holds what came of reading a file: a policy, or why there is none. Exactly one of the two is set.</summary>
public sealed record ImportResult(ImportedPolicy? Policy, Refusal? Refusal)
{
    public static implicit operator ImportResult(ImportedPolicy policy) => new(policy, null);

    public static implicit operator ImportResult(Refusal refusal) => new(null, refusal);
}

/// <summary>A policy as a file says it, before the practice manager has looked at it.</summary>
/// <param name="Title">The title; where the file states none, its name.</param>
/// <param name="Version">The version that the file states, otherwise null. The same holds for the owner and the two days.</param>
/// <param name="Sections">The sections in the order of the file. Their headings need not be unique.</param>
/// <param name="Doubts">What the practice manager should look at, in the order of the file.</param>
public sealed record ImportedPolicy(
    string Title,
    string? Version,
    string? Owner,
    DateOnly? ApprovedOn,
    DateOnly? ReviewBy,
    IReadOnlyList<ImportedSection> Sections,
    IReadOnlyList<ImportDoubt> Doubts
)
{
    /// <summary>Returns the policy as the Markdown that is stored, which <see cref="PolicyParser"/> reads.</summary>
    public string ToMarkdown() => PolicyMarkdown.Of(this);
}

/// <summary>A heading and what is below it, up to the next heading.</summary>
/// <param name="Heading">The words of the heading. Empty for the text before the first heading, which the title heads.</param>
/// <param name="Level">1 for a main heading, 2 for a heading below one, and so on.</param>
/// <param name="Clauses">The clauses. None where only other headings are below this one.</param>
public sealed record ImportedSection(string Heading, int Level, IReadOnlyList<ImportedClause> Clauses);

/// <summary>One sentence, one bullet or one row of a table.</summary>
/// <param name="Text">The words, without a bullet mark.</param>
/// <param name="IsBullet">Whether it is a bullet of a list, or a row of a table.</param>
/// <param name="Paragraph">The place of its paragraph or list in the section, from 0.</param>
/// <param name="Depth">How deep a bullet is in its list: 0 for the bullets of the list itself.</param>
public sealed record ImportedClause(string Text, bool IsBullet, int Paragraph, int Depth = 0)
{
    /// <summary>Whether it is shown with a bullet mark, as <see cref="Clause.HasBulletMark"/> says.</summary>
    [JsonIgnore]
    public bool HasBulletMark => IsBullet && !PlainWords.StartsWithListNumber(Text);
}

/// <summary>Something that the practice manager should look at.</summary>
/// <param name="Kind">What sort of doubt it is.</param>
/// <param name="Sentence">The doubt, as the practice manager reads it. It can quote the file.</param>
/// <param name="Where">The heading of the section that it is in; empty before the first heading.</param>
public sealed record ImportDoubt(ImportDoubtKind Kind, string Sentence, string Where);

/// <summary>Says what sort of doubt a file leaves.</summary>
public enum ImportDoubtKind
{
    /// <summary>The file has no headings, or they can't be told from the text.</summary>
    NoHeadings,

    /// <summary>A line was read as a heading by its look, or may be one.</summary>
    Heading,

    /// <summary>Headings were found, but not which of them is below which.</summary>
    HeadingLevels,

    /// <summary>Two sections have the same heading.</summary>
    SameHeading,

    /// <summary>A table was read row by row.</summary>
    Table,

    /// <summary>A picture, drawing or embedded file could not be read.</summary>
    Picture,

    /// <summary>A text box was read where it is anchored, or could not be read.</summary>
    TextBox,

    /// <summary>Something was left out, such as a list of contents or a line that is on every page.</summary>
    LeftOut,

    /// <summary>The file has changes that nobody has accepted or rejected yet.</summary>
    TrackedChanges,

    /// <summary>The text refers to numbers that the file's program writes by itself.</summary>
    Numbers,

    /// <summary>Some words may be in the wrong order, or be spelt differently on the page.</summary>
    ReadingOrder,
}
