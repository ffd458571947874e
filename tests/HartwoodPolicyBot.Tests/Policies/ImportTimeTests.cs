using System.Diagnostics;
using static HartwoodPolicyBot.Tests.Policies.WordFile;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>No file within the limits takes long to read, however it is made.</summary>
public sealed class ImportTimeTests
{
    private const int Runs = 20_000;
    private const int Lines = 10_000;

    public static TheoryData<string, string> Files() =>
        new()
        {
            { "runs", "policy.docx" },
            { "headings", "policy.docx" },
            { "contents", "policy.txt" },
            { "capitals", "policy.txt" },
            { "paragraphs", "policy.txt" },
            { "one line", "policy.txt" },
            { "headings", "policy.md" },
            { "brackets", "policy.md" },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_is_made_to_be_slow_is_read_or_refused_within_two_seconds(string content, string fileName)
    {
        var bytes = fileName.EndsWith(".docx", StringComparison.Ordinal)
            ? Of(Word(content))
            : System.Text.Encoding.UTF8.GetBytes(Text(content));
        var started = Stopwatch.GetTimestamp();

        var result = ImportedFile.Read(bytes, fileName);

        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 10);
        Assert.True(
            result.Policy is not null || result.Refusal!.Code is "file-too-long" or "file-empty" or "file-too-deep",
            result.Refusal?.Code
        );
    }

    private static string Word(string content) =>
        content == "runs"
            ? Paragraph(string.Concat(Enumerable.Repeat(R("word "), Runs)))
            : string.Concat(Enumerable.Repeat(P("Scope", "Heading1") + P("All staff."), Lines / 4));

    private static string Text(string content) =>
        content switch
        {
            "contents" => Repeat("contents\n"),
            "capitals" => Repeat("SCOPE OF IT\n\n"),
            "paragraphs" => Repeat("the staff of the practice will\nfollow it.\n\n"),
            "one line" => Repeat("The staff of the practice will follow it. "),
            "brackets" => Repeat("[*_`<"),
            _ => Repeat("## Scope\n\nAll.\n\n"),
        };

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, Lines));
}
