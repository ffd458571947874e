using HartwoodPolicyBot.Core.Monitoring;

namespace HartwoodPolicyBot.Tests.Monitoring;

/// <summary>Nobody who knows the total and the rule can tell a hidden count.</summary>
public sealed class SmallCountsTests
{
    [Theory]
    [InlineData("12 8 0 5", "12 8 0 5")]
    [InlineData("20 3 0 0", "not shown|<5|0|0")]
    [InlineData("20 3 9 0", "not shown|<5|9|0")]
    [InlineData("5 1", "not shown|not shown")]
    [InlineData("3 1", "not shown|not shown")]
    [InlineData("0 3 0", "0|not shown|0")]
    [InlineData("6 1 0", "not shown|not shown|0")]
    [InlineData("2 1 0", "not shown|not shown|not shown")]
    [InlineData("0 0", "0 0")]
    public void Small_counts_are_hidden_and_the_largest_with_them(string counts, string shown) => Assert.Equal(
        shown.Split(shown.Contains('|', StringComparison.Ordinal) ? '|' : ' '),
        SmallCounts.Protect([.. counts.Split(' ').Select(int.Parse)]).Select(cell => cell.Says));

    /// <summary>Every table that would be published in the same way is tried: the reader must find each hidden count possible as 1, 2, 3 and 4.</summary>
    [Fact]
    public void Of_all_tables_that_look_the_same_some_have_each_small_count()
    {
        const int MostInAll = 26;
        var tables = (from a in Enumerable.Range(0, MostInAll + 1)
                      from b in Enumerable.Range(0, MostInAll - a + 1)
                      from c in Enumerable.Range(0, MostInAll - a - b + 1)
                      from d in Enumerable.Range(0, MostInAll - a - b - c + 1)
                      select (int[])[a, b, c, d]).ToList();
        var published = tables.GroupBy(table => $"{SmallCounts.Protect(table.Sum()).Says}: {string.Join(' ', SmallCounts.Protect(table).Select(cell => cell.Says))}", StringComparer.Ordinal);
        var looked = 0;

        foreach (var alike in published)
        {
            var cells = SmallCounts.Protect(alike.First());
            for (var at = 0; at < cells.Count; at++)
            {
                if (cells[at] == SafeCount.Few)
                {
                    looked++;
                    Assert.Equal([1, 2, 3, 4], alike.Select(table => table[at]).Distinct().Order());
                }
                else if (cells[at] == SafeCount.Unsaid)
                {
                    Assert.True(alike.Select(table => table[at]).Distinct().Count() >= 3, alike.Key);
                }
                else if (cells[at].Count is { } shown)
                {
                    Assert.True(shown is 0 or >= SmallCounts.Least);
                }
            }
        }

        Assert.True(looked > 500, $"{looked}");
    }
}
