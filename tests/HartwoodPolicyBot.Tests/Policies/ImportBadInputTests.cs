using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using HartwoodPolicyBot.Core.Policies.Import;
using static HartwoodPolicyBot.Tests.Policies.WordFile;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>A file that is broken, harmful or unusual gets one clear sentence, quickly, and never stops the bot.</summary>
public sealed class ImportBadInputTests
{
    private const int BombBytes = 200 * 1024 * 1024;
    private static readonly byte[] OldFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    public static TheoryData<string, string, string> Files() =>
        new()
        {
            { "empty", "policy.docx", "file-empty" },
            { "empty", "policy.txt", "file-empty" },
            { "spaces", "policy.md", "file-empty" },
            { "cut", "policy.docx", "file-broken" },
            { "password", "policy.docx", "file-password" },
            { "old", "policy.doc", "file-old-word" },
            { "word", "policy.docm", "file-macros" },
            { "macros", "policy.docx", "file-macros" },
            { "program", "policy.docx", "file-broken" },
            { "program", "policy.exe", "file-type" },
            { "program", "policy.txt", "file-not-text" },
            { "cut pdf", "policy.pdf", "file-broken" },
            { "entities", "policy.docx", "file-unsafe" },
            { "other zip", "policy.docx", "file-type" },
            { "nested", "policy.docx", "file-too-deep" },
            { "40 MB", "policy.docx", "file-too-large" },
            { "headings only", "policy.docx", "file-empty" },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_bad_file_gets_its_refusal(string content, string fileName, string code)
    {
        var result = InTime(() => ImportedFile.Read(Bytes(content), fileName));

        Assert.Equal(code, result.Refusal?.Code);
    }

    private static byte[] Bytes(string content) =>
        content switch
        {
            "empty" => [],
            "spaces" => " \n \n"u8.ToArray(),
            "cut" => Of(P("Words."))[..900],
            "password" => [.. OldFile, .. Encoding.Unicode.GetBytes("EncryptedPackage")],
            "old" => OldFile,
            "word" => Of(P("Words.")),
            "macros" => Of(P("Words."), hasMacros: true),
            "program" => [(byte)'M', (byte)'Z', 0x90, .. new byte[400]],
            "cut pdf" => "%PDF-1.7\n1 0 obj\n<<"u8.ToArray(),
            "entities" => Zip("<!DOCTYPE w [<!ENTITY a \"aaaa\">]><w>&a;</w>"u8),
            "nested" => Zip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 5_000)))),
            "other zip" => OtherZip(),
            "40 MB" => new byte[40 * 1024 * 1024],
            "headings only" => Of(P("Scope", "Heading1") + P("Duties", "Heading1")),
            _ => throw new ArgumentOutOfRangeException(nameof(content)),
        };

    [Fact]
    public void A_file_that_unpacks_to_200_MB_is_refused_also_where_it_states_a_false_size()
    {
        var bomb = Bomb();
        var lying = bomb.ToArray();
        Replace(lying, BitConverter.GetBytes(BombBytes), BitConverter.GetBytes(1_000));

        Assert.Equal("file-unpacked", InTime(() => ImportedFile.Read(bomb, "policy.docx")).Refusal?.Code);
        Assert.Equal("file-broken", InTime(() => ImportedFile.Read(lying, "policy.docx")).Refusal?.Code);
    }

    [Fact]
    public void Three_hundred_headings_five_levels_deep_are_all_read_and_can_be_published()
    {
        var body = string.Concat(
            Enumerable.Range(0, 300).Select(i => P($"Heading number {i}", $"Heading{(i % 5) + 1}") + P($"These are the words of {i}."))
        );

        var policy = InTime(() => ImportedFile.Policy(Of(body), "policy.docx"));

        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"{new('#', (i % 5) + 1)} Heading number {i}"), ImportedFile.Headings(policy));
        Assert.Equal(300, ImportedFile.Published(policy).Sections.Count);
    }

    [Fact]
    public void A_file_that_is_only_a_table_is_read_row_by_row_and_says_that_it_has_no_headings()
    {
        var policy = InTime(() => ImportedFile.Policy(Of($"<w:tbl>{Row("Role", "Task")}{Row("Nurse", "Check")}</w:tbl>"), "policy.docx"));

        Assert.Equal(["Role | Task", "Nurse | Check"], policy.Sections.Single().Clauses.Select(clause => clause.Text));
        Assert.Equal([ImportDoubtKind.NoHeadings, ImportDoubtKind.Table], policy.Doubts.Select(doubt => doubt.Kind));
        Assert.Equal(2, ImportedFile.Published(policy).Sections.Single().Clauses.Count);
    }

    [Theory]
    [InlineData("policy.txt")]
    [InlineData("policy.md")]
    public void A_file_without_headings_says_so(string fileName)
    {
        const string Text = "all staff will follow this policy, and they will ask when in doubt.\n\nit is reviewed each year.\n";

        var policy = InTime(() => ImportedFile.Policy(Text, fileName));

        Assert.Equal([ImportDoubtKind.NoHeadings], policy.Doubts.Select(doubt => doubt.Kind));
        Assert.Single(ImportedFile.Published(policy).Sections);
    }

    [Fact]
    public void Two_sections_of_the_same_heading_stay_two_with_a_link_each_and_the_doubt_says_so()
    {
        var policy = ImportedFile.Policy("## Scope\n\nOne.\n\n## Duties\n\nTwo.\n\n## Scope\n\nThree.\n", "policy.md");

        Assert.Equal(["scope", "duties", "scope-2"], ImportedFile.Published(policy).Sections.Select(section => section.Anchor));
        Assert.Equal(
            "2 sections have the heading “Scope”. I kept them all. Give them different headings, or join them.",
            policy.Doubts.Single().Sentence
        );
    }

    /// <summary>Returns what comes of it, and fails where it took two seconds or more.</summary>
    private static T InTime<T>(Func<T> read)
    {
        var started = Stopwatch.GetTimestamp();
        var result = read();
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 10);
        return result;
    }

    private static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        bytes.Write(Of(P("Words.")));
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("word/document.xml")!.Delete();
            using var content = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var written = 0; written < BombBytes; written += zeros.Length)
            {
                content.Write(zeros);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Zip(ReadOnlySpan<byte> xml)
    {
        using var bytes = new MemoryStream();
        bytes.Write(Of(P("Words.")));
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("word/document.xml")!.Delete();
            using var content = zip.CreateEntry("word/document.xml").Open();
            content.Write(xml);
        }

        return bytes.ToArray();
    }

    private static byte[] OtherZip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("a.txt");
        }

        return bytes.ToArray();
    }

    /// <summary>Replaces each place that states a size.</summary>
    private static void Replace(byte[] bytes, ReadOnlySpan<byte> stated, ReadOnlySpan<byte> other)
    {
        for (var at = bytes.AsSpan().IndexOf(stated); at >= 0; at = bytes.AsSpan().IndexOf(stated))
        {
            other.CopyTo(bytes.AsSpan(at));
        }
    }
}
