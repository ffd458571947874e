using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using HartwoodPolicyBot.Benchmarks.Turns;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot.Benchmarks.Monitoring;

/// <summary>
/// Measures the monitoring report of a small practice over five years and of a large group over one, and the files of the latter.
/// </summary>
internal static class ReportBenchmark
{
    private const string Manager = "11111111-aaaa-4000-8000-000000000001";
    private const int MostMegabytes = 150;
    private const int Runs = 5;
    private static readonly List<string> Faults = [];

    /// <returns>0; 1 when a target is not met.</returns>
    public static async Task<int> RunAsync()
    {
        foreach (var provider in MeasuredDatabase.Providers())
        {
            await MeasureAsync(provider);
        }

        Faults.ForEach(fault => Console.WriteLine($"NOT MET: {fault}"));
        return Faults.Count == 0 ? 0 : 1;
    }

    private static async Task MeasureAsync(StorageProvider provider)
    {
        var today = PracticeTime.Today(TimeProvider.System);
        var until = TimeProvider.System.GetUtcNow().UtcDateTime;
        var small = new MadeUpPractice(80, 300, 80 * 2 * 52 * 5, 5, until);
        await MeasureAsync(
            provider,
            "80 staff, 300 incidents, 41,600 questions, five years",
            small,
            new(today.AddYears(-5), today),
            300,
            withFile: false
        );
        var large = new MadeUpPractice(20_000, 50_000, 1_000_000, 1, until);
        await MeasureAsync(
            provider,
            "20,000 staff, 50,000 incidents, 1,000,000 questions, one year",
            large,
            new(today.AddYears(-1), today),
            3000,
            withFile: true
        );
    }

    private static async Task MeasureAsync(
        StorageProvider provider,
        string what,
        MadeUpPractice practice,
        ReportPeriod period,
        int slowest,
        bool withFile
    )
    {
        await using var databases = await MeasuredDatabase.CreateAsync(provider);
        await using var database = databases.CreateDbContext();
        var library = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Content", "Policies"));
        await practice.FillAsync(database, library);
        using var unitOfWork = new UnitOfWork(databases, databases.Storage, new Outbox(TimeProvider.System));
        await new QuestionLogWriter(unitOfWork).DeleteBeforeAsync(TimeProvider.System.GetUtcNow().AddDays(-365), default);

        await databases.SettleAsync();
        var reports = new MonitoringReports(databases, library, TimeProvider.System);
        var times = new List<double>();
        for (var run = 0; run <= Runs; run++)
        {
            var since = Stopwatch.GetTimestamp();
            var (report, _) = await reports.ReportAsync(period, default);
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            if (report is null || report.Questions.Asked < practice.Questions * 0.99 || report.Incidents.All < practice.Incidents * 0.9)
            {
                throw new InvalidOperationException("The report does not count what was put in.");
            }
        }

        var warm = times.Skip(1).Order().ToList();
        await Console.Out.WriteLineAsync(
            $"{provider}: {what}\n  the first report of a process that has just started {times[0]:F0} ms, then "
                + $"{warm[0]:F0} to {warm[^1]:F0} ms, median {warm[Runs / 2]:F0} ms (bar: {slowest} ms)"
        );
        if (warm[^1] > slowest)
        {
            Faults.Add($"{provider}: {what}");
        }

        if (withFile)
        {
            await MeasureFileAsync(
                database,
                databases.Storage,
                period,
                "monitoring-excel",
                "Excel file, every incident and question in it"
            );
            await MeasureFileAsync(
                database,
                databases.Storage,
                period,
                "monitoring-evidence",
                "evidence pack, every incident with its timeline in it, twice"
            );
        }
    }

    /// <summary>Lets the bot in a separate process fetch its own file, as a browser would.</summary>
    private static async Task MeasureFileAsync(
        HartwoodDbContext database,
        StorageOptions storage,
        ReportPeriod period,
        string kind,
        string what
    )
    {
        var secret = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kind)));
        database.FileOffers.Add(
            new()
            {
                Id = Guid.NewGuid(),
                Kind = kind,
                Arguments = period.Code,
                PersonId = Manager,
                OfferedAt = TimeProvider.System.GetUtcNow(),
                ValidUntil = TimeProvider.System.GetUtcNow().AddHours(1),
                Hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret))),
            }
        );
        await database.SaveChangesAsync();
        var program = Path.Combine(Repository.Root, "src", "HartwoodPolicyBot", "bin", "Release", "net10.0", "HartwoodPolicyBot.dll");
        using var bot = await MeasuredProcess.StartBotAsync(
            "",
            program,
            new()
            {
                ["Storage__Provider"] = $"{storage.Provider}",
                ["Storage__ConnectionString"] = storage.ConnectionString,
                ["Staff__PracticeManagers__0"] = Manager,
            }
        );
        var before = bot.PeakMemory;
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
        var since = Stopwatch.GetTimestamp();
        using var file = await http.PostAsync(new Uri(bot.Address, $"files/{secret}"), null);
        file.EnsureSuccessStatusCode();
        var size = (await file.Content.ReadAsByteArrayAsync()).Length;
        var grown = (bot.PeakMemory - before) / 1e6;
        await Console.Out.WriteLineAsync(
            $"  its {what}: {size / 1e6:F1} MB in {Stopwatch.GetElapsedTime(since).TotalSeconds:F1} s; peak memory "
                + $"of the process {before / 1e6:F0} MB before, {grown:F0} MB more for the file (bar: {MostMegabytes})"
        );
        if (grown > MostMegabytes)
        {
            Faults.Add($"{storage.Provider}: memory for the file {kind}");
        }
    }
}
