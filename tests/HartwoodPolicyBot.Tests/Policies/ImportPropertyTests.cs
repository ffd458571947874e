using System.Globalization;
using HartwoodPolicyBot.Tests.Policies.Corpus;
using static HartwoodPolicyBot.Tests.Policies.WordFile;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Whatever the document, every word of it comes out once, in order.</summary>
public sealed class ImportPropertyTests
{
    private const int Documents = 60;
    private const int Pdfs = 20;

    private static readonly string[] Marks = ["1.5", "A&E", "5-a-day", "50%", "don’t", "e.g.", "(2024)", "£20", "and/or", "Dr.", "9:00"];

    [Theory]
    [InlineData("docx")]
    [InlineData("md")]
    [InlineData("txt")]
    public void Every_word_of_a_random_document_comes_out_once_in_order_also_when_it_is_published(string ending)
    {
        for (var seed = 1; seed <= Documents; seed++)
        {
            var blocks = Random(seed);
            var expected = ImportedFile.Split(blocks.Select(block => block.Text));

            var policy = ending switch
            {
                "docx" => ImportedFile.Policy(Of(string.Concat(blocks.Select(Word))), "policy.docx"),
                "md" => ImportedFile.Policy(string.Concat(blocks.Select(Markdown)), "policy.md"),
                _ => ImportedFile.Policy(string.Concat(blocks.Select(Text)), "policy.txt"),
            };

            AssertSame(seed, expected, ImportedFile.Words(policy));
            var published = ImportedFile.Published(policy).Sections.SelectMany(section => section.Clauses.Select(clause => clause.Text));
            var clauses = policy.Sections.SelectMany(section => section.Clauses.Select(clause => clause.Text));
            AssertSame(seed, ImportedFile.Split(clauses), ImportedFile.Split(published));
        }
    }

    /// <summary>A PDF has the same words, but what is a paragraph or a table in it can only be told from where they are.</summary>
    [Fact]
    public void Every_word_of_a_random_pdf_comes_out_once_in_order()
    {
        for (var seed = 1; seed <= Pdfs; seed++)
        {
            var blocks = Random(seed)
                .ConvertAll(block =>
                    block with
                    {
                        Text = block.Text.Replace("’", "'", StringComparison.Ordinal).Replace("£", "", StringComparison.Ordinal),
                    }
                );
            var layout = new PdfLayout();
            blocks.ForEach(block => Write(layout, block));

            var policy = ImportedFile.Policy(layout.Build(), "policy.pdf");

            AssertSame(seed, ImportedFile.Split(blocks.Select(block => block.Text)), ImportedFile.Words(policy));
        }
    }

    private static void Write(PdfLayout layout, Block block)
    {
        switch (block.Form)
        {
            case Form.Title:
                layout.Write(block.Text, 20, isBold: true);
                break;
            case Form.Heading:
                layout.Write(block.Text, 16 - block.Level, isBold: true, before: 14);
                break;
            case Form.Bullet:
                layout.Write($"\u2022 {block.Text}", before: 3, indent: 14);
                break;
            case Form.Row:
                layout.Row(block.Text.Split(" | "));
                break;
            default:
                layout.Write(block.Text);
                break;
        }
    }

    private static void AssertSame(int seed, string[] expected, string[] actual)
    {
        var same = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(
            same == expected.Length && same == actual.Length,
            $"Document {seed} differs after word {same}: "
                + $"expected “{string.Join(' ', expected.Skip(same - 2).Take(9))}”, "
                + $"but got “{string.Join(' ', actual.Skip(same - 2).Take(9))}”."
        );
    }

    /// <summary>Makes a title, and headings with paragraphs, bullets and rows of a table. Each word is another one.</summary>
    private static List<Block> Random(int seed)
    {
        var random = new Random(seed);
        var blocks = new List<Block> { new(Form.Title, $"The {Letters(random)} policy") };
        for (var section = random.Next(2, 9); section > 0; section--)
        {
            blocks.Add(new(Form.Heading, $"Section about {Letters(random)}", random.Next(1, 4)));
            for (var block = random.Next(1, 5); block > 0; block--)
            {
                var form = (Form)random.Next((int)Form.Paragraph, (int)Form.Row + 1);
                blocks.Add(new(form, form == Form.Row ? $"{Letters(random)} | {Letters(random)}" : Sentences(random)));
            }

            blocks.Add(new(Form.Paragraph, Sentences(random)));
        }

        return blocks;
    }

    private static string Sentences(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"The {Run(random)} end."));

    private static string Run(Random random) =>
        string.Join(
            ' ',
            Enumerable.Range(0, random.Next(2, 25)).Select(_ => random.Next(6) == 0 ? random.GetItems(Marks, 1)[0] : Letters(random))
        );

    private static string Letters(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(4, 9)).Select(_ => (char)('a' + random.Next(26))));

    private static string Word(Block block) =>
        block.Form switch
        {
            Form.Title => P(block.Text, "Title"),
            Form.Heading => P(block.Text, string.Create(CultureInfo.InvariantCulture, $"Heading{block.Level}")),
            Form.Bullet => Paragraph(string.Concat(block.Text.Split(' ').Select(word => R(word + " "))), list: 2),
            Form.Row => $"<w:tbl>{Row(block.Text.Split(" | "))}</w:tbl>",
            _ => P(block.Text),
        };

    private static string Markdown(Block block) =>
        block.Form switch
        {
            Form.Title => $"# {block.Text}\n\n",
            Form.Heading => $"{new('#', block.Level + 1)} {block.Text}\n\n",
            Form.Bullet => $"- {block.Text}\n\n",
            Form.Row => $"| {block.Text} |\n| --- | --- |\n\n",
            _ => $"**The** {block.Text[4..]}\n\n",
        };

    private static string Text(Block block) =>
        block.Form switch
        {
            Form.Title => $"{block.Text}\n\n",
            Form.Heading => $"\n{block.Text}\n\n",
            Form.Bullet => $"\u2022 {Wrapped(block.Text)}\n\n",
            _ => $"{Wrapped(block.Text)}\n\n",
        };

    /// <summary>Breaks lines after 80 characters, as mail and old programs do.</summary>
    private static string Wrapped(string text)
    {
        var (lines, line) = (new List<string>(), "");
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length >= 80)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        return string.Join('\n', [.. lines, line]);
    }

    private enum Form
    {
        Title,
        Heading,
        Paragraph,
        Bullet,
        Row,
    }

    private sealed record Block(Form Form, string Text, int Level = 0);
}
