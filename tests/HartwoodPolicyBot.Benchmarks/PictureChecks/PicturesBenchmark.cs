using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using HartwoodPolicyBot.Benchmarks.Turns;
using HartwoodPolicyBot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Benchmarks.PictureChecks;

/// <summary>
/// Measures how long a photo of 12 megapixels is checked, from the message to the answer, and how much more memory the bot and the
/// program that reads text take. The photo is padded to the size of a phone's.
/// </summary>
internal static class PicturesBenchmark
{
    private const int Checks = 10;
    private const int PhotoBytes = 5 * 1024 * 1024;
    private const double Megabyte = 1024 * 1024;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    public static async Task<int> RunAsync()
    {
        Console.WriteLine("| | first check | median | slowest | more memory | the reading program's memory |");
        Console.WriteLine("|---|---|---|---|---|---|");
        await MeasureAsync("without reading text", "");
        await MeasureAsync("with reading text", "tesseract");
        return 0;
    }

    private static async Task MeasureAsync(string name, string program)
    {
        var folder = Directory.CreateTempSubdirectory("hartwood-pictures-");
        await using var files = await StartFilesAsync(Photo());
        await using var connector = await FakeConnector.StartAsync();
        try
        {
            using var bot = await MeasuredProcess.StartBotAsync(
                Path.Combine(folder.FullName, "pictures.db"),
                MeasuredProcess.BuiltBot,
                new() { ["Pictures__Tesseract"] = program }
            );
            await CommandTurn.AskAsync(bot, connector, "help");
            var before = bot.PeakMemory;
            using var stop = new CancellationTokenSource();
            var reader = PeakOfReaderAsync(stop.Token);
            var took = new List<double>();
            for (var number = 0; number <= Checks; number++)
            {
                took.Add(await CheckAsync(bot, connector, $"{files.Urls.First()}/photo.jpg"));
            }

            var more = (bot.PeakMemory - before) / Megabyte;
            await stop.CancelAsync();
            var readers = await reader / Megabyte;
            var later = took.Skip(1).Order().ToList();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {took[0]:F0} ms | {later[Checks / 2]:F0} ms | {later[^1]:F0} ms | {more:F0} MB | {readers:F0} MB |"
                )
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> CheckAsync(MeasuredProcess bot, FakeConnector connector, string address)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var turn = new Turn($"picture-{Guid.NewGuid():N}");
        connector.Expect(turn);
        var since = Stopwatch.GetTimestamp();
        using var response = await http.PostAsJsonAsync(
            new Uri(bot.Address, "api/messages"),
            new
            {
                type = "message",
                id = turn.Conversation,
                channelId = "msteams",
                serviceUrl = connector.ServiceUrl,
                from = new { id = "29:staff", aadObjectId = "staff" },
                recipient = new { id = "28:bot" },
                conversation = new
                {
                    id = turn.Conversation,
                    conversationType = "personal",
                    tenantId = "tenant",
                },
                attachments = new[]
                {
                    new
                    {
                        contentType = "application/vnd.microsoft.teams.file.download.info",
                        name = "photo.jpg",
                        content = new { downloadUrl = address, fileType = "jpg" },
                    },
                },
            }
        );
        var took = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        response.EnsureSuccessStatusCode();
        return turn.Cards == 1 ? took : throw new InvalidOperationException("The picture was not answered.");
    }

    private static byte[] Photo()
    {
        var photo = TestPicture.WithExif(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "PictureChecks", "photo.jpg")),
            TestPicture.Exif()
        );
        return [.. photo, .. new byte[PhotoBytes - photo.Length]];
    }

    private static async Task<WebApplication> StartFilesAsync(byte[] photo)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(http => Results.Bytes(photo).ExecuteAsync(http));
        await app.StartAsync();
        return app;
    }

    /// <summary>Returns the most memory that a program named tesseract has held meanwhile, in bytes.</summary>
    private static async Task<long> PeakOfReaderAsync(CancellationToken stop)
    {
        var peak = 0L;
        while (!stop.IsCancellationRequested)
        {
            foreach (var process in Process.GetProcessesByName("tesseract"))
            {
                using (process)
                {
                    peak = Math.Max(peak, Memory(process));
                }
            }

            await Task.Delay(BetweenLooks, TimeProvider.System, CancellationToken.None);
        }

        return peak;
    }

    private static long Memory(Process process)
    {
        try
        {
            return process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
