using System.Diagnostics;
using HartwoodPolicyBot.Benchmarks.Monitoring;
using HartwoodPolicyBot.Benchmarks.Turns;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot.Benchmarks.Growth;

/// <summary>
/// Measures how the bot grows: with the number of policies, of staff and of instances. Each line of the table changes one of them;
/// instances share one PostgreSQL database.
/// </summary>
internal static class GrowthBenchmark
{
    private const int Questions = 10_000;
    private const int WarmUp = 5_000;
    private const int Years = 3;
    private const string Manager = CommandTurn.Manager;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hartwood-grows-");
        try
        {
            await Console.Out.WriteLineAsync(
                "| policies of 100 sections | staff | instances | database | start to first answered turn | turns a second "
                    + "| processor time a turn | p99 of an answer | peak memory, one instance | training status | status |\n"
                    + "|---|---|---|---|---|---|---|---|---|---|---|"
            );
            foreach (var policies in new[] { 1, 10, 50 })
            {
                await MeasureAsync(folder.FullName, new(policies, 10, 1, StorageProvider.Sqlite));
            }

            foreach (var staff in new[] { 10, 1_000, 20_000 })
            {
                await MeasureAsync(folder.FullName, new(1, staff, 1, StorageProvider.Sqlite));
            }

            if (MeasuredDatabase.Providers().Contains(StorageProvider.PostgreSql))
            {
                foreach (var instances in new[] { 1, 2, 4 })
                {
                    await MeasureAsync(folder.FullName, new(1, 1_000, instances, StorageProvider.PostgreSql));
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder, Size size)
    {
        await using var databases = await MeasuredDatabase.CreateAsync(size.Provider);
        var settings = MadeUpPolicies.Write(Path.Combine(folder, $"policies-{size.Policies}"), size.Policies);
        await using (var database = databases.CreateDbContext())
        {
            var practice = new MadeUpPractice(
                size.Staff,
                size.Staff / 4,
                50 * size.Staff,
                Years,
                TimeProvider.System.GetUtcNow().UtcDateTime
            );
            await practice.FillAsync(database, PolicyLibrary.Load(settings["Policies__Folder"]));
        }

        await databases.SettleAsync();
        settings["Storage__Provider"] = $"{size.Provider}";
        settings["Storage__ConnectionString"] = databases.Storage.ConnectionString;
        settings["Staff__PracticeManagers__0"] = Manager;
        await using var connector = await FakeConnector.StartAsync();
        var asked = Repository.Questions();

        // The first start learns; the second finds what was learned.
        await FirstTurn.MeasureAsync(StartAsync(settings), connector, asked, endsQuiet: true);
        var start = await FirstTurn.MeasureAsync(StartAsync(settings), connector, asked, endsQuiet: false);

        var instances = new List<Subject>();
        try
        {
            for (var number = 0; number < size.Instances; number++)
            {
                instances.Add(new(await StartAsync(settings), connector, asked, $"i{number}-", Subject.AtOnce / size.Instances));
            }

            await Task.WhenAll(instances.Select(instance => instance.Process.UntilQuietAsync()));
            await WriteLineAsync(size, start, instances, connector);
        }
        finally
        {
            instances.ForEach(instance => instance.Dispose());
        }
    }

    private static async Task WriteLineAsync(Size size, FirstTurn start, List<Subject> instances, FakeConnector connector)
    {
        await RunAsync(instances, WarmUp);
        var since = Stopwatch.GetTimestamp();
        var rounds = await RunAsync(instances, Questions);
        var took = Stopwatch.GetElapsedTime(since);
        var training = await CommandTurn.AskAsync(instances[0].Process, connector, "training status");
        var status = await CommandTurn.AskAsync(instances[0].Process, connector, "status");
        double[] answers = [.. rounds.SelectMany(round => round.Turns).Select(turn => turn.ToAnswer).Order()];
        var processorTime = rounds.Sum(round => round.ProcessorTime.TotalMilliseconds) / answers.Length;
        await Console.Out.WriteLineAsync(
            $"| {size.Policies} | {size.Staff} | {size.Instances} | {size.Provider} | {start.ToAnswer.TotalSeconds:F2} s "
                + $"| {answers.Length / took.TotalSeconds:F0} | {processorTime:F3} ms | {answers[(int)(answers.Length * 0.99)]:F0} ms "
                + $"| {instances.Max(instance => instance.Process.PeakMemory) / 1024 / 1024} MiB | {training:F0} ms | {status:F0} ms |"
        );
    }

    private static Task<Round[]> RunAsync(List<Subject> instances, int questions) =>
        Task.WhenAll(instances.Select(instance => instance.RunAsync(questions / instances.Count)));

    private static Task<MeasuredProcess> StartAsync(Dictionary<string, string> settings) =>
        MeasuredProcess.StartBotAsync("", MeasuredProcess.BuiltBot, settings);

    private sealed record Size(int Policies, int Staff, int Instances, StorageProvider Provider);
}
