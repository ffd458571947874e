namespace HartwoodPolicyBot.Attack.Common;

/// <summary>Is one line of the table: what was measured, beside its bar.</summary>
/// <param name="Attack">What was done.</param>
/// <param name="Measured">What came of it.</param>
/// <param name="Bar">What it should be.</param>
/// <param name="IsMet">Whether it is.</param>
internal sealed record AttackRow(string Attack, string Measured, string Bar, bool IsMet)
{
    public static AttackRow Count(string attack, int count, string bar = "0", int most = 0) => new(attack, $"{count}", bar, count <= most);

    public static AttackRow Skipped(string attack, string why) => new(attack, $"not measured: {why}", "", true);
}

/// <summary>Prints the rows as a Markdown table, with the machine and the date.</summary>
internal static class AttackTable
{
    public static void Write(IReadOnlyList<AttackRow> rows)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
        Console.WriteLine();
        Console.WriteLine($"{TimeProvider.System.GetUtcNow():d MMMM yyyy}, {Environment.ProcessorCount} cores, {memory:F0} GB of memory");
        Console.WriteLine();
        Console.WriteLine("| attack | measured | bar | |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var row in rows)
        {
            Console.WriteLine($"| {row.Attack} | {row.Measured} | {row.Bar} | {Verdict(row)} |");
        }
    }

    private static string Verdict(AttackRow row) =>
        (row.IsMet, row.Bar) switch
        {
            (_, "") => "",
            (true, _) => "met",
            (false, _) => "**not met**",
        };
}
