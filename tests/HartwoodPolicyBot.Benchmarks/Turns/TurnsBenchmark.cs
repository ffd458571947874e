using Microsoft.Data.Sqlite;

namespace HartwoodPolicyBot.Benchmarks.Turns;

/// <summary>
/// Measures whole turns, question in to card sent, over loopback HTTP: the bot with its logs written, beside a bare endpoint that
/// only answers. The two take turns, so that other load on the machine affects both.
/// </summary>
internal static class TurnsBenchmark
{
    private const int Rounds = 7;
    private const int Starts = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(3);

    /// <returns>0; 1 when a question was lost or answered twice.</returns>
    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hartwood-turns-");
        try
        {
            var database = Path.Combine(folder.FullName, "turns.db");
            var starts = await StartsAsync(database);
            await using var connector = await FakeConnector.StartAsync();
            var questions = Repository.Questions();
            using var bare = new Subject(await MeasuredProcess.StartBareAsync(), connector, questions);
            using var bot = new Subject(await MeasuredProcess.StartBotAsync(database), connector, questions);

            var report = await MeasureAsync(bare, bot, starts);
            var peakMemory = bot.Process.PeakMemory;
            bot.Process.End();
            var faults = Faults(bare, bot, connector, await LoggedAsync(database));
            report.Write(Console.Out, peakMemory, faults);
            return faults.Count == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Measures starts. The first one makes the database; the others find it.</summary>
    private static async Task<List<TimeSpan>> StartsAsync(string database)
    {
        var starts = new List<TimeSpan>();
        for (var number = 0; number <= Starts; number++)
        {
            using var bot = await MeasuredProcess.StartBotAsync(database);
            starts.Add(bot.TimeToReady);
        }

        return starts;
    }

    private static async Task<TurnsReport> MeasureAsync(Subject bare, Subject bot, List<TimeSpan> starts)
    {
        // The second tier of compilation comes after the first load, so there are two.
        for (var number = 0; number < 2; number++)
        {
            await bare.RunAsync(WarmUp);
            await bot.RunAsync(WarmUp);
        }

        var bareRounds = new List<Round>();
        var botRounds = new List<Round>();
        for (var number = 1; number <= Rounds; number++)
        {
            bareRounds.Add(await bare.RunAsync(Span));
            botRounds.Add(await bot.RunAsync(Span));
            await Console.Error.WriteLineAsync(
                $"round {number}: bare {bareRounds[^1].TurnsPerSecond:F0}, bot {botRounds[^1].TurnsPerSecond:F0} turns/s"
            );
        }

        return new TurnsReport(bareRounds, botRounds, starts[0], [.. starts.Skip(1)]);
    }

    private static List<string> Faults(Subject bare, Subject bot, FakeConnector connector, long logged)
    {
        var faults = new List<string>();
        foreach (var subject in new[] { bare, bot })
        {
            Check(subject.All.Count(turn => turn.Status != 200), $"{subject.Process.Name}: not answered with 200");
            Check(subject.All.Count(turn => turn.Messages == 0), $"{subject.Process.Name}: without a reply");
            Check(subject.All.Count(turn => turn.Messages > 1), $"{subject.Process.Name}: replied to more than once");
        }

        Check(bot.All.Count(turn => turn.Cards != turn.Messages), "bot: replied to without a card");
        Check(connector.Strays, "replies to nobody");
        if (logged != bot.All.Count)
        {
            faults.Add($"bot: {bot.All.Count} questions asked, {logged} in the question log");
        }

        return faults;

        void Check(int count, string what)
        {
            if (count > 0)
            {
                faults.Add($"{count} {what}");
            }
        }
    }

    private static async Task<long> LoggedAsync(string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM Questions";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
