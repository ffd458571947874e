using HartwoodPolicyBot.Core.Monitoring;

namespace HartwoodPolicyBot.Tests.Monitoring;

/// <summary>A reader who knows the total and the rule cannot work out a hidden count.</summary>
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
    public void Small_counts_are_hidden_together_with_the_largest_count(string counts, string shown) =>
        Assert.Equal(
            shown.Split(shown.Contains('|', StringComparison.Ordinal) ? '|' : ' '),
            SmallCounts.Protect([.. counts.Split(' ').Select(int.Parse)]).Select(cell => cell.Says)
        );

    /// <summary>
    /// Tries every table that would be published in the same way: each hidden count must still be possible as 1, 2, 3 and 4.
    /// </summary>
    [Fact]
    public void A_published_table_leaves_every_small_count_from_1_to_4_possible() =>
        Assert.True(
            Hidden(
                Tables(26),
                table =>
                    $"{SmallCounts.Protect(table.Sum()).Says}: {string.Join(' ', SmallCounts.Protect(table).Select(cell => cell.Says))}"
            ) > 500
        );

    /// <summary>
    /// Checks the same with the times that the report gives beside the states: the presence of a median must not reveal a hidden
    /// count.
    /// </summary>
    [Fact]
    public void A_median_needs_five_incidents_and_reveals_no_hidden_count()
    {
        var medians = 0;
        Assert.True(Hidden(Tables(20), Published) > 300);
        Assert.True(medians > 1000, $"{medians}");

        string Published(int[] states)
        {
            var tables = new ReportTables(Report(states), Audience.Everybody);
            var times = tables.All().Single(table => table.Title == "Times").Rows.Select(row => row[1] is ReportCell.Number).ToList();
            medians += times.Count(isShown => isShown);
            Assert.True(!times[0] || states[1..].Sum() >= SmallCounts.Least, string.Join(' ', states));
            Assert.True(!times[1] || states[^1] >= SmallCounts.Least, string.Join(' ', states));
            return $"{tables.Incidents.Text}: {string.Join(' ', SmallCounts.Protect(states).Select(cell => cell.Says))} "
                + $"{string.Join(' ', times)}";
        }
    }

    private static List<int[]> Tables(int mostInAll) =>
        [
            .. from a in Enumerable.Range(0, mostInAll + 1)
            from b in Enumerable.Range(0, mostInAll - a + 1)
            from c in Enumerable.Range(0, mostInAll - a - b + 1)
            from d in Enumerable.Range(0, mostInAll - a - b - c + 1)
            select (int[])[a, b, c, d],
        ];

    /// <returns>How many small counts were checked.</returns>
    private static int Hidden(List<int[]> tables, Func<int[], string> published)
    {
        var looked = 0;
        foreach (var alike in tables.GroupBy(published, StringComparer.Ordinal))
        {
            var cells = SmallCounts.Protect(alike.First());
            for (var at = 0; at < cells.Count; at++)
            {
                if (cells[at] == SafeCount.Few)
                {
                    looked++;
                    Assert.True(alike.Select(table => table[at]).Distinct().Order().SequenceEqual([1, 2, 3, 4]), alike.Key);
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

        return looked;
    }

    /// <summary>Makes a report with these counts: New, Under review, Actions open and Closed.</summary>
    private static MonitoringReport Report(int[] states)
    {
        var (all, clock) = (states.Sum(), new ClockFigures(0, 0, 0));
        return new(
            MonitoringTestHost.November,
            MonitoringTestHost.At(12, 1),
            new(2026, 1, 1),
            new()
            {
                All = all,
                ByKind = [new("Other", all)],
                ByState = [.. states.Select((count, at) => new NamedCount($"{at}", count))],
                BySource = [new("Noticed by staff", all)],
                Acknowledging = Took(states[1..].Sum()),
                Closing = Took(states[^1]),
                Breach = clock,
                Complaint = clock,
                ActionsOpen = 0,
                ActionsDone = 0,
                WithLearning = 0,
            },
            new(new(2026, 11, 30), [], 0, 0, 0),
            new(0, 0, 0, 0, 0, 0, [])
        );

        static Durations Took(int count) => Durations.Of([.. Enumerable.Range(1, count).Select(hours => TimeSpan.FromHours(hours))]);
    }
}
