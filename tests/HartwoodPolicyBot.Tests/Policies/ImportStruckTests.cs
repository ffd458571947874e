using static HartwoodPolicyBot.Tests.Policies.PrintedLines;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Struck-out words are not the policy's words where a file says so, and the doubt says what was done with them.</summary>
public sealed class ImportStruckTests
{
    [Fact]
    public void Words_that_a_line_is_drawn_through_are_left_out_and_underlined_words_stay()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                Scope,
                Body,
                new(60, 700, 11, "Staff ask the"),
                new(130, 700, 11, "partners"),
                new(178, 700, 11, "practice manager before they post."),
                new(60, 680, 11, "Nobody posts what a patient has said."),
            ])
                + "130 703 43 0.6 re f\n"
                + "60 678.6 40 0.6 re f\n"
        );

        var policy = ImportedFile.Policy(pdf.Build(), "policy.pdf");

        Assert.Contains("Staff ask the practice manager before they post.", ImportedFile.Lines(policy));
        Assert.Contains("Nobody posts what a patient has said.", ImportedFile.Lines(policy));
        Assert.Contains(policy.Doubts, doubt => doubt.Sentence == "I left out the words that are crossed out on page 1.");
    }

    [Fact]
    public void Words_that_are_struck_out_in_word_are_left_out_and_the_doubt_says_so()
    {
        var word = WordFile.Of(
            WordFile.P("Scope", "Heading1")
                + WordFile.Paragraph(WordFile.R("Stand ") + WordFile.R("2 metres", "<w:strike/>") + WordFile.R(" 3 metres away."))
        );

        var policy = ImportedFile.Policy(word, "policy.docx");

        Assert.Equal(["# Scope", "Stand 3 metres away."], ImportedFile.Lines(policy));
        Assert.Equal("I left out the words that are crossed out here.", Assert.Single(policy.Doubts).Sentence);
    }

    [Fact]
    public void Words_that_are_struck_out_in_markdown_stay_with_their_marks_and_the_doubt_says_so()
    {
        var policy = ImportedFile.Policy("# Scope\n\nStand ~~2 metres~~ 3 metres away.\n\n# Duties\n\nAsk.\n", "policy.md");

        Assert.Contains("Stand ~~2 metres~~ 3 metres away.", ImportedFile.Lines(policy));
        Assert.Equal("There are crossed-out words here, between ~~ and ~~. I read them as text.", Assert.Single(policy.Doubts).Sentence);
    }
}
