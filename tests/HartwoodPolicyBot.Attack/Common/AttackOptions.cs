namespace HartwoodPolicyBot.Attack.Common;

/// <summary>Says how much is sent; the short form sends little of everything.</summary>
internal sealed record AttackOptions
{
    public bool IsShort { get; private init; }

    /// <summary>The number of changed activities for each database.</summary>
    public int Changed { get; private init; } = 100_000;

    /// <summary>The seed of everything that is chosen at random, so that a run can be repeated.</summary>
    public int Seed { get; private init; } = 13;

    public int Reports { get; private init; } = 300;

    public int Kills { get; private init; } = 25;

    public static AttackOptions From(string[] args)
    {
        var full =
            args[0] == "short"
                ? new AttackOptions
                {
                    IsShort = true,
                    Changed = 2_000,
                    Reports = 12,
                    Kills = 1,
                }
                : new();
        return full with
        {
            Changed = Number(args, "--count") ?? full.Changed,
            Seed = Number(args, "--seed") ?? full.Seed,
            Reports = Number(args, "--reports") ?? full.Reports,
            Kills = Number(args, "--kills") ?? full.Kills,
        };
    }

    private static int? Number(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length && int.TryParse(args[at + 1], out var number) ? number : null;
}
