using System.Collections.Concurrent;
using HartwoodPolicyBot.Attack.Common;
using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot.Attack.Changed;

/// <summary>Sends good activities with parts changed, and counts what the bot did not bear.</summary>
internal static class ChangedAttack
{
    /// <summary>The number of activities after which a new bot starts on a new copy, so that the ids on the cards stay good.</summary>
    private const int Round = 5_000;
    private const int AtOnce = 8;
    private const int Shown = 5;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    public static async Task<IReadOnlyList<AttackRow>> RunAsync(AttackOptions options)
    {
        var clicks = await RecordedClicks.FindAsync();
        var rows = new List<AttackRow>();
        foreach (var provider in AttackedBot.Providers)
        {
            var count = options.IsShort ? options.Changed / AttackedBot.Providers.Count : options.Changed;
            rows.AddRange(await RunAsync(provider, clicks, count, options.Seed));
        }

        return AttackedBot.HasPostgreSql
            ? rows
            : [.. rows, AttackRow.Skipped("changed activities on PostgreSQL", "HARTWOOD_TEST_POSTGRES is not set")];
    }

    private static async Task<IEnumerable<AttackRow>> RunAsync(
        StorageProvider provider,
        IReadOnlyList<RecordedClick> clicks,
        int count,
        int seed
    )
    {
        var (failed, refused, slow, turns, broken) = (0, 0, 0, 0, 0);
        var slowest = TimeSpan.Zero;
        var examples = new ConcurrentBag<string>();
        for (var first = 0; first < count; first += Round)
        {
            await using var bot = await AttackedBot.StartAsync(provider);
            var ids = clicks.Select(click => click.Id).OfType<string>().Append("INC-2026-0001").Append($"{Guid.Empty}").Distinct().ToList();
            var mutation = new Mutation(ValidActivities.Of(bot, clicks), ids, seed);
            var before = await WholeRows.BrokenInAsync(bot);
            var logged = 0;
            var gate = new Lock();
            await Parallel.ForEachAsync(
                Enumerable.Range(first, Math.Min(Round, count - first)),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                async (number, _) =>
                {
                    var body = mutation.Body(number);
                    var answered = await bot.SendAsync(body);
                    lock (gate)
                    {
                        failed += IsFault(answered) ? 1 : 0;
                        refused += answered.Status is >= 400 and < 500 ? 1 : 0;
                        slow += answered.Took > Longest ? 1 : 0;
                        slowest = answered.Took > slowest ? answered.Took : slowest;
                    }

                    if (IsFault(answered) || answered.Took > Longest)
                    {
                        examples.Add($"number {number}: {answered.Status} after {answered.Took.TotalMilliseconds:F0} ms: {Cut(body)}");
                    }
                }
            );
            var errors = bot.Log.All.Skip(logged).Where(IsFailure).ToList();
            turns += errors.Count;
            errors.Take(Shown).ToList().ForEach(error => examples.Add(Cut(error)));
            foreach (var (what, rows) in await WholeRows.BrokenInAsync(bot))
            {
                var more = rows - before.GetValueOrDefault(what);
                broken += Math.Max(0, more);
                if (more > 0)
                {
                    examples.Add($"{what}: {more}");
                }
            }
        }

        examples.Take(4 * Shown).ToList().ForEach(Console.WriteLine);
        return Rows(
            $"{count} changed activities on {provider}, seed {seed}",
            failed,
            turns,
            slow,
            broken,
            $"{refused} refused, slowest {slowest.TotalMilliseconds:F0} ms"
        );
    }

    private static AttackRow[] Rows(string what, int failed, int turns, int slow, int broken, string more) =>
        [
            AttackRow.Count($"{what}: 5xx", failed),
            AttackRow.Count("failed turns", turns),
            new("waits over 2 s", $"{slow} ({more})", "0", slow == 0),
            AttackRow.Count("half-written rows", broken),
        ];

    /// <summary>Returns whether the bot failed. 501 is how Teams is told that the bot does not know an invoke.</summary>
    private static bool IsFault(Answered answered) => answered.Status >= 500 && answered.Status != 501;

    private static bool IsFailure(string line) =>
        line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal);

    private static string Cut(string text) => text.Length <= 600 ? text : $"{text[..600]}… ({text.Length})";
}
