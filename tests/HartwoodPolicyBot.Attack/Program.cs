using System.Diagnostics;
using HartwoodPolicyBot.Attack.Changed;
using HartwoodPolicyBot.Attack.Clicks;
using HartwoodPolicyBot.Attack.Common;
using HartwoodPolicyBot.Attack.Floods;
using HartwoodPolicyBot.Attack.Kills;
using HartwoodPolicyBot.Attack.Managers;
using HartwoodPolicyBot.Attack.Tokens;
using HartwoodPolicyBot.Benchmarks.Turns;

namespace HartwoodPolicyBot.Attack;

/// <summary>Attacks the bot from outside, prints one table, and exits with 1 if a bar is not met.</summary>
internal static class AttackProgram
{
    private static async Task<int> Main(string[] args)
    {
        if (args.Length == 0 || Parts(args[0], AttackOptions.From(args)) is not { } parts)
        {
            await Console.Error.WriteLineAsync(
                """
                What to attack with?
                  tokens   forged tokens, and tokens that are unusual but good
                  clicks   every button, pressed by people who may not
                  changed  valid activities with parts changed  [--count 100000] [--seed 13]
                  floods   the worst texts in every field of every form
                  kills    reports while the process is killed and Teams fails  [--reports 300] [--kills 25]
                  manager  all that a practice manager can open, with and without a report about them
                  all      all of these, in full size
                  short    all of these, in less than a minute
                HARTWOOD_TEST_POSTGRES names a PostgreSQL server; without it, only SQLite is attacked.
                """
            );
            return 2;
        }

        // The host is found from the solution's folder only in a test project.
        Environment.SetEnvironmentVariable(
            "ASPNETCORE_TEST_CONTENTROOT_HARTWOODPOLICYBOT",
            Path.Combine(Repository.Root, "src", "HartwoodPolicyBot")
        );
        var rows = new List<AttackRow>();
        foreach (var part in parts)
        {
            var since = Stopwatch.GetTimestamp();
            rows.AddRange(await part());
            Console.WriteLine($"({rows[^1].Attack}: {Stopwatch.GetElapsedTime(since).TotalSeconds:F0} s)");
        }

        AttackTable.Write(rows);
        return rows.TrueForAll(row => row.IsMet) ? 0 : 1;
    }

    private static Func<Task<IReadOnlyList<AttackRow>>>[]? Parts(string name, AttackOptions options) =>
        name switch
        {
            "tokens" => [TokenAttack.RunAsync],
            "clicks" => [() => ClickAttack.RunAsync(options)],
            "changed" => [() => ChangedAttack.RunAsync(options)],
            "floods" => [() => FloodAttack.RunAsync(options)],
            "kills" => [() => KillAttack.RunAsync(options)],
            "manager" => [() => ManagerAttack.RunAsync(options)],
            "all" or "short" =>
            [
                TokenAttack.RunAsync,
                () => ClickAttack.RunAsync(options),
                () => ChangedAttack.RunAsync(options),
                () => FloodAttack.RunAsync(options),
                () => KillAttack.RunAsync(options),
                () => ManagerAttack.RunAsync(options),
            ],
            _ => null,
        };
}
