namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Footnotes and definitions in Markdown are read where they belong.</summary>
public sealed class ImportMarkdownNoteTests
{
    [Fact]
    public void A_footnote_comes_after_its_paragraph_whether_it_has_a_number_or_a_name()
    {
        const string Text = """
            # Purpose

            The council keeps its records.[^1] It does so well.[^form]

            # Review

            Every year.[^gone]

            [^1]: Section 46 of the Act.
            [^form]: Form RM4.

            """;

        Assert.Equal(
            [
                "# Purpose",
                "The council keeps its records.",
                "It does so well.",
                "Section 46 of the Act.",
                "Form RM4.",
                "# Review",
                "Every year.",
            ],
            ImportedFile.Lines(ImportedFile.Policy(Text, "policy.md"))
        );
    }

    [Fact]
    public void A_footnote_of_a_heading_or_a_table_is_read_at_the_end()
    {
        const string Text = """
            # Purpose[^a]

            | Record[^b] | Kept |
            |---|---|
            | Minutes | 6 years |

            # Review

            Every year.

            [^a]: Of the heading.
            [^b]: Of the table.

            """;

        Assert.Equal(
            ["# Purpose", "- Record | Kept", "- Minutes | 6 years", "# Review", "Every year.", "Of the heading.", "Of the table."],
            ImportedFile.Lines(ImportedFile.Policy(Text, "policy.md"))
        );
    }

    [Fact]
    public void A_word_and_what_it_means_are_one_line()
    {
        const string Text = """
            # Terms

            Record
            :   Information received in the course of business.

            Vital record
            :   One without which the council could not work.

            # Review

            Every year.

            """;

        Assert.Equal(
            [
                "# Terms",
                "Record: Information received in the course of business.",
                "Vital record: One without which the council could not work.",
                "# Review",
                "Every year.",
            ],
            ImportedFile.Lines(ImportedFile.Policy(Text, "policy.md"))
        );
    }

    [Theory]
    [InlineData("Kept.[^1]\n\n[^1]: One.\n\n# Review\n\nYearly.[^1]\n\n[^1]: Two.\n")]
    [InlineData("<p>Kept.[^1]</p>\n\n# Review\n\nYearly.\n\n[^1]: One. Two.\n")]
    [InlineData("Kept `[^1]`.\n\n# Review\n\nYearly.\n\n[^1]:One. Two.\n")]
    [InlineData("Kept.[^1]\n\n# Review\n\nYearly.\n\n[^1]: One.\n\n    - Two.\n")]
    [InlineData("Kept as follows[^a]: now.\n\n# Review\n\nYearly.\n\n[^a]: One. Two.\n")]
    public void No_word_of_a_footnote_is_lost_or_doubled(string text)
    {
        var words = ImportedFile.Words(ImportedFile.Policy($"# Records\n\n{text}", "policy.md")).ToList();

        Assert.Single(words, word => word.StartsWith("One", StringComparison.Ordinal));
        Assert.Single(words, word => word.StartsWith("Two", StringComparison.Ordinal));
        Assert.Single(words, word => word.StartsWith("Kept", StringComparison.Ordinal));
        Assert.Single(words, word => word.StartsWith("Yearly", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mark_of_a_footnote_is_not_read_where_there_is_no_heading()
    {
        var lines = ImportedFile.Lines(
            ImportedFile.Policy("We keep records.[^form]\n\nFor six years.\n\n[^form]: Form RM4.\n", "records.md")
        );

        Assert.DoesNotContain(lines, line => line.Contains("[^", StringComparison.Ordinal));
    }
}
