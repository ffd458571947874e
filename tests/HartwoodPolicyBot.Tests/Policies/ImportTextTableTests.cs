using HartwoodPolicyBot.Core.Policies.Import;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Tables in plain text are read row by row, however somebody has typed them.</summary>
public sealed class ImportTextTableTests
{
    public static TheoryData<string> Tables { get; } =
    [
        """
            Item        Kept in         Washed
            ----------  --------------  -------
            Uniform     A locker        60 degrees
            Coats       The hall        40 degrees
            """,
        """
            | Item    | Kept in  | Washed     |
            |---------|----------|------------|
            | Uniform | A locker | 60 degrees |
            | Coats   | The hall | 40 degrees |
            """,
        """
            Item | Kept in | Washed
            Uniform | A locker | 60 degrees
            Coats | The hall | 40 degrees
            """,
        """
            +---------+----------+---------+
            | Item    | Kept in  | Washed  |
            +=========+==========+=========+
            | Uniform | A        | 60      |
            |         | locker   | degrees |
            +---------+----------+---------+
            | Coats   | The hall | 40      |
            |         |          | degrees |
            +---------+----------+---------+
            """,
        """
            Item        Kept in         Washed
            Uniform     A locker        60 degrees
            Coats       The hall        40
                                        degrees
            """,
        "Item\tKept in\tWashed\nUniform\tA locker\t60 degrees\nCoats\tThe hall\t40 degrees",
    ];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_that_is_typed_into_plain_text_is_read_row_by_row(string table)
    {
        var policy = ImportedFile.Policy(
            "1. Laundry\n\nClothes for work are kept and washed apart from others, as this list of them says\nfor each sort:\n"
                + $"{table}\n\n2. Review\n\nEach year.\n\n3. Help\n\nAsk.\n",
            "policy.txt"
        );

        Assert.Equal(
            [
                "# 1. Laundry",
                "Clothes for work are kept and washed apart from others, as this list of them says for each sort:",
                "- Item | Kept in | Washed",
                "- Uniform | A locker | 60 degrees",
                "- Coats | The hall | 40 degrees",
                "# 2. Review",
                "Each year.",
                "# 3. Help",
                "Ask.",
            ],
            ImportedFile.Lines(policy)
        );
        Assert.Contains(policy.Doubts, doubt => doubt.Kind == ImportDoubtKind.Table);
    }

    [Fact]
    public void Text_with_wide_gaps_between_its_words_is_no_table()
    {
        const string Text = """
            1. Laundry

            Clothes  for work are kept apart  from others, and
            are washed at  sixty degrees each week by those who
            wear them,  or are  sent to the laundry of the home.

            2. Review

            Each year.

            """;

        var policy = ImportedFile.Policy(Text, "policy.txt");

        Assert.DoesNotContain(policy.Doubts, doubt => doubt.Kind == ImportDoubtKind.Table);
    }
}
