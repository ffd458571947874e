using System.Collections.Concurrent;
using System.Diagnostics;
using HartwoodPolicyBot.Attack.Common;
using HartwoodPolicyBot.Benchmarks.Incidents;
using HartwoodPolicyBot.Benchmarks.Turns;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Attack.Kills;

/// <summary>Kills the bot again and again while people report and Teams fails: no report may be lost.</summary>
internal static class KillAttack
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    /// <summary>How long after an answer the bot may be killed before it has noted it.</summary>
    private static readonly TimeSpan NotYetNoted = TimeSpan.FromSeconds(1);

    public static async Task<IReadOnlyList<AttackRow>> RunAsync(AttackOptions options)
    {
        var rows = new List<AttackRow>();
        var folder = Directory.CreateTempSubdirectory("hartwood-kills-");
        try
        {
            rows.AddRange(await RunAsync("SQLite", Path.Combine(folder.FullName, "kills.db"), [], instances: 1, options));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        if (!AttackedBot.HasPostgreSql)
        {
            return [.. rows, AttackRow.Skipped("reports with kills on PostgreSQL", "HARTWOOD_TEST_POSTGRES is not set")];
        }

        await using var database = await TestDatabase.CreateAsync(StorageProvider.PostgreSql);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage__Provider"] = "PostgreSql",
            ["Storage__ConnectionString"] = database.ConnectionString,
        };
        rows.AddRange(await RunAsync("PostgreSQL, two instances", "", settings, instances: 2, options));
        return rows;
    }

    private static async Task<IEnumerable<AttackRow>> RunAsync(
        string name,
        string file,
        Dictionary<string, string> settings,
        int instances,
        AttackOptions options
    )
    {
        await using var teams = await FailingTeams.StartAsync(options.Seed);
        using var reporter = new Reporter(teams.ServiceUrl);
        settings["Incidents__Channel"] = "19:incidents@thread.tacv2";
        settings["Incidents__ServiceUrl"] = teams.ServiceUrl;
        settings["Delivery__Lease"] = "00:00:10";
        settings["Delivery__FirstDelay"] = "00:00:00.5";
        settings["Delivery__LongestDelay"] = "00:00:02";
        settings["Delivery__Sweep"] = "00:00:01";
        settings["Teams__Connector__AttemptTimeout"] = "00:00:02";
        settings["Teams__Connector__Retries"] = "1";
        var bots = new MeasuredProcess[instances];
        for (var at = 0; at < instances; at++)
        {
            bots[at] = await BotProcess.StartAsync(file, settings);
        }

        try
        {
            var (receipts, kills) = await ReportAsync(bots, reporter, file, settings, options);
            teams.IsWell = true;
            await ArrivedAsync(teams, receipts);
            return Rows(name, teams, receipts, kills, options);
        }
        finally
        {
            Array.ForEach(bots, bot => bot.Dispose());
        }
    }

    private static async Task<(ConcurrentBag<string> Receipts, List<long> Kills)> ReportAsync(
        MeasuredProcess[] bots,
        Reporter reporter,
        string file,
        Dictionary<string, string> settings,
        AttackOptions options
    )
    {
        var receipts = new ConcurrentBag<string>();
        var forms = new ConcurrentQueue<Guid>(Enumerable.Range(0, options.Reports).Select(_ => Guid.NewGuid()));
        using var stop = new CancellationTokenSource(Longest);

        // The channel takes two posts a second. Reports come as fast, so that each kill finds some on their way.
        var between = TimeSpan.FromSeconds(options.IsShort ? 0.2 : 2);
        var people = Enumerable
            .Range(0, 4)
            .Select(person => ReportAllAsync(person, bots, reporter, forms, receipts, between, stop.Token))
            .ToList();
        var random = new Random(options.Seed);
        var kills = new List<long>();
        for (var kill = 1; kill <= options.Kills; kill++)
        {
            while (receipts.Count < (long)options.Reports * kill / (options.Kills + 1))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, stop.Token);
            }

            // The kill comes while reports arrive and while the channel is still being written to.
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 1500)), TimeProvider.System, stop.Token);
            var at = random.Next(bots.Length);
            bots[at].Dispose();
            kills.Add(TimeProvider.System.GetTimestamp());
            bots[at] = await BotProcess.StartAsync(file, settings);
        }

        await Task.WhenAll(people);
        return (receipts, kills);
    }

    /// <summary>Sends one form after the other; whoever gets no receipt sends the same form again.</summary>
    private static async Task ReportAllAsync(
        int person,
        MeasuredProcess[] bots,
        Reporter reporter,
        ConcurrentQueue<Guid> forms,
        ConcurrentBag<string> receipts,
        TimeSpan between,
        CancellationToken stop
    )
    {
        while (forms.TryDequeue(out var form))
        {
            string? reference;
            while (
                (reference = (await reporter.SendAsync(Volatile.Read(ref bots[person % bots.Length]).Address, person, form)).Reference)
                    is null
            )
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, stop);
            }

            receipts.Add(reference);
            await Task.Delay(between, TimeProvider.System, stop);
        }
    }

    private static async Task ArrivedAsync(FailingTeams teams, IReadOnlyCollection<string> receipts)
    {
        var since = Stopwatch.GetTimestamp();
        while (Missing(teams, receipts) > 0 && Stopwatch.GetElapsedTime(since) < Longest)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }

    private static int Missing(FailingTeams teams, IEnumerable<string> receipts)
    {
        var arrived = teams.Posts.Select(post => post.Reference).ToHashSet(StringComparer.Ordinal);
        return receipts.Count(reference => !arrived.Contains(reference));
    }

    private static IEnumerable<AttackRow> Rows(
        string name,
        FailingTeams teams,
        IReadOnlyCollection<string> receipts,
        List<long> kills,
        AttackOptions options
    )
    {
        var lost = Missing(teams, receipts) + options.Reports - receipts.Distinct(StringComparer.Ordinal).Count();
        yield return AttackRow.Count($"{options.Reports} reports under {options.Kills} kills, {name}: lost", lost);
        var doubled = teams.Posts.GroupBy(post => post.Reference, StringComparer.Ordinal).Sum(posts => posts.Count() - 1);
        var withheld = teams.Posts.Count(post => post.AnsweredAt is null);
        var cut = teams.Posts.Count(post => post.AnsweredAt is { } at && kills.Exists(kill => IsJustAfter(at, kill)));
        yield return new(
            "posted twice",
            $"{doubled}; Teams refused {teams.Refused}, and took {withheld} without an answer and {cut} within a second of a kill",
            "at most those without an answer that was noted",
            doubled <= withheld + cut
        );
    }

    private static bool IsJustAfter(long answered, long kill) => kill > answered && Stopwatch.GetElapsedTime(answered, kill) < NotYetNoted;
}
