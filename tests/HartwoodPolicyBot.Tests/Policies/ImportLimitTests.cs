using System.IO.Compression;
using System.Text;
using static HartwoodPolicyBot.Tests.Policies.WordFile;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Each limit on what a file may hold refuses a file that is just over it.</summary>
public sealed class ImportLimitTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public void A_word_file_of_too_many_parts_is_refused() =>
        Assert.Equal("file-unpacked", Code(Zip(5_001, (i, parts) => parts.CreateEntry($"word/media/{i}.png")), "policy.docx"));

    [Fact]
    public void Pictures_that_unpack_to_more_than_200_MB_are_refused_in_a_word_file() =>
        Assert.Equal(
            "file-unpacked",
            Code(
                Zip(
                    3,
                    (i, parts) =>
                    {
                        using var picture = parts.CreateEntry($"word/media/{i}.png", CompressionLevel.Fastest).Open();
                        var empty = new byte[Megabyte];
                        for (var written = 0; written < 70; written++)
                        {
                            picture.Write(empty);
                        }
                    }
                ),
                "policy.docx"
            )
        );

    [Fact]
    public void A_word_file_of_three_million_elements_is_refused()
    {
        var bytes = Zip(
            1,
            (_, parts) =>
            {
                parts.GetEntry("word/document.xml")!.Delete();
                using var content = parts.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
                content.Write(Encoding.UTF8.GetBytes($"<w>{string.Concat(Enumerable.Repeat("<a/>", 3_000_001))}</w>"));
            }
        );

        Assert.Equal("file-too-long", Code(bytes, "policy.docx"));
    }

    [Theory]
    [InlineData("policy.txt")]
    [InlineData("policy.md")]
    [InlineData("policy.docx")]
    public void A_text_of_more_than_two_million_characters_is_refused(string name)
    {
        const string Paragraph = "This policy covers all staff of the practice. ";
        var texts = Enumerable.Repeat(string.Concat(Enumerable.Repeat(Paragraph, 100)), 450);
        var bytes = name.EndsWith("docx", StringComparison.Ordinal)
            ? Of(string.Concat(texts.Select(text => P(text))))
            : Encoding.UTF8.GetBytes(string.Join("\n\n", texts));

        Assert.Equal("file-too-long", Code(bytes, name));
    }

    [Fact]
    public void A_pdf_of_more_than_a_thousand_pages_is_refused()
    {
        var file = new PdfFile();
        for (var page = 0; page <= 1_000; page++)
        {
            file.AddPage(PdfFile.Text([new(60, 700, 11, "Scope")]));
        }

        Assert.Equal("file-too-long", Code(file.Build(), "policy.pdf"));
    }

    [Fact]
    public void A_pdf_that_unpacks_to_more_than_200_MB_is_refused()
    {
        using var packed = new MemoryStream();
        using (var writer = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var spaces = Enumerable.Repeat((byte)' ', Megabyte).ToArray();
            for (var written = 0; written < 210; written++)
            {
                writer.Write(spaces);
            }
        }

        var file = new PdfFile();
        file.AddPage(Encoding.Latin1.GetString(packed.ToArray()), filter: "/Filter /FlateDecode");

        Assert.Equal("file-unpacked", Code(file.Build(), "policy.pdf"));
    }

    [Fact]
    public void A_document_of_more_than_fifty_thousand_paragraphs_is_refused() =>
        Assert.Equal("file-too-long", Code(Of(string.Concat(Enumerable.Repeat(P("A."), 50_010))), "policy.docx"));

    private static string? Code(byte[] bytes, string name) => ImportedFile.Read(bytes, name).Refusal?.Code;

    /// <summary>Makes a small Word file with more parts.</summary>
    private static byte[] Zip(int count, Action<int, ZipArchive> add)
    {
        using var bytes = new MemoryStream();
        bytes.Write(Of(P("Words.")));
        using (var parts = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            for (var i = 0; i < count; i++)
            {
                add(i, parts);
            }
        }

        return bytes.ToArray();
    }
}
