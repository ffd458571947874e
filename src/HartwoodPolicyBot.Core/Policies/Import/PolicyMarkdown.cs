using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Writes an imported policy as Markdown, so that <see cref="PolicyParser"/> reads the same sections and clauses.</summary>
internal static partial class PolicyMarkdown
{
    private const int DeepestHeading = 6;

    public static string Of(ImportedPolicy policy)
    {
        var text = new StringBuilder("---\n");
        text.Append("title: ").Append(policy.Title).Append('\n');
        text.Append("version: ").Append(policy.Version ?? "unknown").Append('\n');
        text.Append("owner: ").Append(policy.Owner ?? "unknown").Append('\n');
        text.Append("approved: ").Append(Day(policy.ApprovedOn)).Append('\n');
        text.Append("review: ").Append(Day(policy.ReviewBy)).Append('\n');
        text.Append("---\n");
        foreach (var section in policy.Sections)
        {
            var heading = section.Heading.Length == 0 ? policy.Title : section.Heading;
            text.Append('\n').Append('#', Math.Min(section.Level + 1, DeepestHeading)).Append(' ').Append(Escape(heading)).Append('\n');
            Append(text, section.Clauses);
        }

        return text.ToString();
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "unknown";

    private static void Append(StringBuilder text, IReadOnlyList<ImportedClause> clauses)
    {
        ImportedClause? before = null;
        foreach (var clause in clauses)
        {
            var goesOn = before is not null && before.Paragraph == clause.Paragraph;
            if (clause.IsBullet)
            {
                text.Append(goesOn ? "" : "\n").Append("- ").Append(Start(clause.Text)).Append('\n');
            }
            else if (goesOn)
            {
                text.Insert(text.Length - 1, " " + Escape(clause.Text));
            }
            else
            {
                text.Append('\n').Append(Start(clause.Text)).Append('\n');
            }

            before = clause;
        }
    }

    /// <summary>Returns text for the start of a line, where more characters are marks.</summary>
    private static string Start(string text) => LineMark().Replace(Escape(text), @"${number}\${mark}");

    private static string Escape(string text) => Mark().Replace(text, @"\$0");

    [GeneratedRegex(@"[\\`*_\[\]<>&#~|]")]
    private static partial Regex Mark();

    /// <summary>Matches what would make a list, a rule or a heading's underline of a line.</summary>
    [GeneratedRegex(@"^(?<number>[0-9]{0,9})(?<mark>[-+=.)])")]
    private static partial Regex LineMark();
}
