using HartwoodPolicyBot.Core.Policies.Import;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Tables in Markdown are read row by row, however a program has drawn them.</summary>
public sealed class ImportMarkdownTableTests
{
    [Fact]
    public void A_table_with_several_lines_in_a_row_between_dashes_is_read_cell_by_cell()
    {
        const string Text = """
            # Deciding

              --------------------------------------------
              **Decision**           **Form**
              ---------------------- ---------------------
              Small, every day       Note in the care
                                     plan

              Moving house,          MCA2 | meeting
              operations
              --------------------------------------------

            # Review

            Each year.

            """;

        Assert.Equal(
            [
                "# Deciding",
                "- Decision | Form",
                "- Small, every day | Note in the care plan",
                "- Moving house, operations | MCA2 | meeting",
                "# Review",
                "Each year.",
            ],
            ImportedFile.Lines(ImportedFile.Policy(Text, "policy.md"))
        );
    }

    [Fact]
    public void A_table_with_dashes_under_its_head_is_read_row_by_row_up_to_the_next_empty_line()
    {
        const string Text = """
            # Gaps

            Gap                         At most
            --------------------------- ---------
            between two rails           120 mm
            between rail and mattress   60 mm

            Measure each of them.

            """;

        Assert.Equal(
            ["# Gaps", "- Gap | At most", "- between two rails | 120 mm", "- between rail and mattress | 60 mm", "Measure each of them."],
            ImportedFile.Lines(ImportedFile.Policy(Text, "policy.md"))
        );
    }

    [Fact]
    public void Dashes_that_lie_across_words_are_no_table_and_no_word_is_lost()
    {
        const string Text = """
            # Notes

            --- ---

            Everybody reads this.
            --- ---
            Everybody signs it.

            """;

        Assert.Equal(
            "Everybody reads this. Everybody signs it.",
            string.Join(
                ' ',
                ImportedFile
                    .Words(ImportedFile.Policy(Text, "policy.md"))
                    .SkipWhile(word => word != "Everybody")
                    .Where(word => word != "---")
            )
        );
    }

    [Fact]
    public void A_table_drawn_as_a_grid_is_read_cell_by_cell()
    {
        const string Text = """
            # Keeping

            +---------+--------------------+--------+
            | Record  | Kept for           | Starts |
            +=========+====================+========+
            | Minutes | Permanent (transfer| Date of|
            |         | to the archive)    | meeting|
            +---------+--------------------+--------+
            | Claims  | 6 years            | Closed |
            +---------+--------------------+--------+

            # Review

            Each year.

            """;

        Assert.Equal(
            [
                "# Keeping",
                "- Record | Kept for | Starts",
                "- Minutes | Permanent (transfer to the archive) | Date of meeting",
                "- Claims | 6 years | Closed",
                "# Review",
                "Each year.",
            ],
            ImportedFile.Lines(ImportedFile.Policy(Text, "policy.md"))
        );
    }

    [Fact]
    public void A_table_of_HTML_is_read_row_by_row_and_a_list_of_HTML_item_by_item()
    {
        const string Text = """
            # Holds

            <p>A hold keeps <b>all</b> records.</p>
            <table class="wide">
            <caption>Who may lift it</caption>
            <thead><tr><th>Hold</th><th>Lifted by</th></tr></thead>
            <tr><td>Litigation &amp; claims</td><td><p>Monitoring</p><p>officer</p></td></tr>
            <tr><td>Inquiry<td>Chief executive
            </table>

            <ul><li>Ask first.</li><li>Write it down.</li></ul>

            # Review

            Each year.

            """;

        var policy = ImportedFile.Policy(Text, "policy.md");

        Assert.Equal(
            [
                "# Holds",
                "A hold keeps all records.",
                "Who may lift it",
                "- Hold | Lifted by",
                "- Litigation & claims | Monitoring officer",
                "- Inquiry | Chief executive",
                "- Ask first.",
                "- Write it down.",
                "# Review",
                "Each year.",
            ],
            ImportedFile.Lines(policy)
        );
        Assert.Contains(policy.Doubts, doubt => doubt.Kind == ImportDoubtKind.Table);
    }
}
