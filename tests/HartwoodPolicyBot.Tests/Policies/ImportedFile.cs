using System.Text;
using HartwoodPolicyBot.Core.Policies.Import;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Reads files for tests of the import, and says what came of them.</summary>
internal static partial class ImportedFile
{
    public static ImportResult Read(byte[] bytes, string fileName)
    {
        using var file = new MemoryStream(bytes);
        return new PolicyImport(TimeProvider.System).Read(file, fileName, CancellationToken.None);
    }

    public static ImportedPolicy Policy(string text, string fileName) => Policy(Encoding.UTF8.GetBytes(text), fileName);

    public static ImportedPolicy Policy(byte[] bytes, string fileName)
    {
        var result = Read(bytes, fileName);
        return result.Policy ?? throw new InvalidOperationException(result.Refusal!.Sentence);
    }

    /// <summary>Returns the headings, each after one mark for its level: "# Scope".</summary>
    public static string[] Headings(ImportedPolicy policy) =>
        [.. policy.Sections.Where(section => section.Heading.Length > 0).Select(section => $"{new('#', section.Level)} {section.Heading}")];

    /// <summary>Returns the headings and clauses in order, as the file has them.</summary>
    public static string[] Lines(ImportedPolicy policy) =>
        [
            .. policy.Sections.SelectMany(section =>
                section
                    .Clauses.Select(clause => (clause.IsBullet ? "- " : "") + clause.Text)
                    .Prepend($"{new('#', section.Level)} {section.Heading}")
            ),
        ];

    /// <summary>Returns all words of the title and the sections. A title that is no section comes first.</summary>
    public static string[] Words(ImportedPolicy policy)
    {
        var words = Split(policy.Sections.SelectMany(section => section.Clauses.Select(clause => clause.Text).Prepend(section.Heading)));
        var title = Split([policy.Title]);
        return words.Take(title.Length).SequenceEqual(title) ? words : [.. title, .. words];
    }

    public static string[] Split(IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(word => word != "|")];
}
