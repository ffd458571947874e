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

    /// <summary>Every mixture of a few incidents is tried: how long it took is the time of five at least, and gives no hidden state away.</summary>
    [Fact]
    public void A_median_is_shown_of_five_or_more_and_only_where_no_state_is_hidden()
    {
        const int Most = 7;
        var shownMedians = 0;
        foreach (var (untouched, begun, closed) in from a in Enumerable.Range(0, Most) from b in Enumerable.Range(0, Most) from c in Enumerable.Range(0, Most) select (a, b, c))
        {
            var tables = new ReportTables(Report(untouched, begun, closed), Audience.Everybody).All();
            var states = tables.Single(table => table.Title == ReportTables.States).Rows;
            var medians = tables.Single(table => table.Title == "Times").Rows;
            foreach (var (row, of) in medians.Zip([begun + closed, closed]))
            {
                if (row[1] is ReportCell.Number)
                {
                    shownMedians++;
                    Assert.True(of >= SmallCounts.Least, $"{untouched} {begun} {closed}");
                    Assert.All(states, state => Assert.IsType<ReportCell.Number>(state[1]));
                }
            }
        }

        Assert.True(shownMedians > 10, $"{shownMedians}");
    }

    private static MonitoringReport Report(int untouched, int begun, int closed)
    {
        var (all, clock) = (untouched + begun + closed, new ClockFigures(0, 0, 0));
        return new(
            MonitoringWorld.November,
            MonitoringWorld.At(12, 1),
            new(2026, 1, 1),
            new(all, [new("Other", all)], [new("New", untouched), new("Acknowledged", begun), new("Closed", closed)], [new("Noticed by staff", all)], Took(begun + closed), Took(closed), clock, clock, 0, 0, 0),
            new(new(2026, 11, 30), [], 0, 0, 0),
            new(0, 0, 0, 0, 0, 0, []));

        static Durations Took(int count) => Durations.Of([.. Enumerable.Range(1, count).Select(hours => TimeSpan.FromHours(hours))]);
    }
}
