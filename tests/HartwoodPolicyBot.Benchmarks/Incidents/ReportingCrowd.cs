using System.Collections.Concurrent;
using HartwoodPolicyBot.Benchmarks.Turns;

namespace HartwoodPolicyBot.Benchmarks.Incidents;

/// <summary>Lets many people report at once to a bot in a separate process, beside a fake Teams that limits its pace.</summary>
internal static class ReportingCrowd
{
    /// <summary>Is longer than any run takes, unless the bot has stopped answering.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>The name of the bot's database.</summary>
    public const string Database = "incidents.db";

    /// <summary>Sends all reports at once, and then waits until the channel has them.</summary>
    /// <param name="program">The bot.</param>
    /// <param name="folder">A folder for its database; it is deleted at the end.</param>
    /// <param name="people">How many people report at once.</param>
    /// <param name="each">How many reports each of them sends.</param>
    /// <param name="patience">How long the channel may take.</param>
    public static async Task<CrowdReport> LoadAsync(string program, DirectoryInfo folder, int people, int each, TimeSpan patience)
    {
        try
        {
            await using var teams = await PacedTeams.StartAsync();
            using var bot = await StartAsync(program, folder.FullName, teams, TimeSpan.FromMinutes(2));
            using var reporter = new Reporter(teams.ServiceUrl);
            var receipts = new ConcurrentBag<string>();

            // Everybody's first report meets a process that has not compiled its code yet, so it is timed apart.
            var cold = await RoundAsync(1);
            var took = await RoundAsync(each - 1);
            await ArrivedAsync(teams, receipts, patience);
            return new()
            {
                Sent = people * each,
                Receipts = [.. receipts],
                Took = [.. took.Order()],
                Cold = [.. cold.Order()],
                Posts = new Dictionary<string, int>(teams.Posts),
                OverLimit = teams.Refused,
                Kills = 0,
                PeakMemory = bot.PeakMemory,
            };

            async Task<ConcurrentBag<TimeSpan>> RoundAsync(int reports)
            {
                var times = new ConcurrentBag<TimeSpan>();
                await Task.WhenAll(
                    Enumerable
                        .Range(0, people)
                        .Select(async person =>
                        {
                            for (var number = 0; number < reports; number++)
                            {
                                var (reference, time) = await reporter.SendAsync(bot.Address, person, Guid.NewGuid());
                                times.Add(time);
                                if (reference is not null)
                                {
                                    receipts.Add(reference);
                                }
                            }
                        })
                );
                return times;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Kills the process at random moments while people report. Whoever gets no receipt sends the same form again.</summary>
    public static async Task<CrowdReport> KillAsync(
        string program,
        DirectoryInfo folder,
        int reports,
        int kills,
        int seed,
        TimeSpan lease,
        TimeSpan patience
    )
    {
        MeasuredProcess? bot = null;
        try
        {
            await using var teams = await PacedTeams.StartAsync();
            using var reporter = new Reporter(teams.ServiceUrl);
            var receipts = new ConcurrentBag<string>();
            var forms = new ConcurrentQueue<Guid>(Enumerable.Range(0, reports).Select(_ => Guid.NewGuid()));
            bot = await StartAsync(program, folder.FullName, teams, lease);
            var address = bot.Address;
            using var stop = new CancellationTokenSource(Longest);
            var people = Enumerable
                .Range(0, 4)
                .Select(async person =>
                {
                    while (forms.TryDequeue(out var form))
                    {
                        string? reference;
                        while ((reference = (await reporter.SendAsync(Volatile.Read(ref address), person, form)).Reference) is null)
                        {
                            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, stop.Token);
                        }

                        receipts.Add(reference);
                        await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, stop.Token);
                    }
                })
                .ToList();
            var random = new Random(seed);
            for (var kill = 1; kill <= kills; kill++)
            {
                // The kill comes while reports arrive and while the channel is still being written to.
                while (receipts.Count < (long)reports * kill / (kills + 1))
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, stop.Token);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 400)), TimeProvider.System);
                bot.Dispose();
                bot = null;
                bot = await StartAsync(program, folder.FullName, teams, lease);
                Volatile.Write(ref address, bot.Address);
            }

            await Task.WhenAll(people);
            await ArrivedAsync(teams, receipts, patience);
            var peak = bot.PeakMemory;
            return new()
            {
                Sent = reports,
                Receipts = [.. receipts],
                Took = [],
                Cold = [],
                Posts = new Dictionary<string, int>(teams.Posts),
                OverLimit = teams.Refused,
                Kills = kills,
                PeakMemory = peak,
            };
        }
        finally
        {
            bot?.Dispose();
            folder.Delete(recursive: true);
        }
    }

    private static Task<MeasuredProcess> StartAsync(string program, string folder, PacedTeams teams, TimeSpan lease) =>
        MeasuredProcess.StartBotAsync(
            Path.Combine(folder, Database),
            program,
            new()
            {
                ["Staff__PracticeManagers__0"] = "manager",
                ["Incidents__Channel"] = "19:incidents@thread.tacv2",
                ["Incidents__ServiceUrl"] = teams.ServiceUrl,
                ["Delivery__Lease"] = $"{lease}",
                ["Delivery__Sweep"] = "00:00:01",
                // How slow the machine of the test is says nothing about the bot.
                ["Teams__Connector__LongestClick"] = "00:01:00",
            }
        );

    private static async Task ArrivedAsync(PacedTeams teams, ConcurrentBag<string> receipts, TimeSpan patience)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (receipts.Any(reference => !teams.Posts.ContainsKey(reference)) && TimeProvider.System.GetElapsedTime(since) < patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }
}

/// <summary>Holds the outcome of a run.</summary>
internal sealed record CrowdReport
{
    public required int Sent { get; init; }

    public required IReadOnlyList<string> Receipts { get; init; }

    public required IReadOnlyList<TimeSpan> Took { get; init; }

    public required IReadOnlyList<TimeSpan> Cold { get; init; }

    public required IReadOnlyDictionary<string, int> Posts { get; init; }

    public required int OverLimit { get; init; }

    public required int Kills { get; init; }

    public required long PeakMemory { get; init; }

    public int Missing => Receipts.Count(reference => !Posts.ContainsKey(reference));

    public int Doubled => Posts.Values.Sum(count => count - 1);

    public IEnumerable<string> Faults()
    {
        if (Receipts.Count != Sent)
        {
            yield return $"{Sent - Receipts.Count} reports without a receipt";
        }

        if (Receipts.Distinct(StringComparer.Ordinal).Count() != Receipts.Count)
        {
            yield return "a reference was given out twice";
        }

        if (Missing > 0)
        {
            yield return $"{Missing} receipted reports did not arrive";
        }

        if (Doubled > Kills)
        {
            yield return $"{Doubled} posts too many for {Kills} kills";
        }
    }

    /// <summary>Returns a quantile of how long a submit took, in milliseconds, without the first reports to a cold process.</summary>
    public double Milliseconds(double quantile) =>
        Took[(int)Math.Min(Took.Count - 1, Math.Ceiling(quantile * Took.Count) - 1)].TotalMilliseconds;
}
