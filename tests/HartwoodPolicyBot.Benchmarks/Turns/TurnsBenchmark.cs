using HartwoodPolicyBot.Benchmarks.Quality;
using Microsoft.Data.Sqlite;

namespace HartwoodPolicyBot.Benchmarks.Turns;

/// <summary>
/// Measures whole turns, question in to card sent, over loopback HTTP: the bot with its logs written, beside a bare endpoint that
/// only answers. The two take turns, so that other load on the machine affects both.
/// </summary>
internal static class TurnsBenchmark
{
    private const int Rounds = 3;
    private const int Questions = 20_000;
    private const int WarmUpQuestions = 10_000;
    private const int Starts = 5;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    /// <param name="program">The bot's program; null for the one that is built for Release.</param>
    /// <returns>0; 1 when a question was lost or answered twice.</returns>
    public static async Task<int> RunAsync(string? program = null)
    {
        var folder = Directory.CreateTempSubdirectory("hartwood-turns-");
        try
        {
            var database = Path.Combine(folder.FullName, "turns.db");
            await using var connector = await FakeConnector.StartAsync();
            var questions = LoggedQuestions();
            var starts = await StartsAsync(() => StartBotAsync(database, program), connector, questions);
            using var bare = new Subject(await MeasuredProcess.StartBareAsync(), connector, questions);
            using var bot = new Subject(await StartBotAsync(database, program), connector, questions);

            await bot.Process.UntilQuietAsync();
            var rounds = await MeasureAsync(bare, bot);
            var memory = (bot.Process.PeakMemory, bare.Process.PeakMemory);
            var idle = await IdleAsync(bot.Process);
            bot.Process.End();
            var faults = Faults(bare, bot, connector, await LoggedAsync(database) - starts.Bot.Count);
            new TurnsReport(rounds, starts, memory, idle).Write(Console.Out, faults);
            return faults.Count == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<MeasuredProcess> StartBotAsync(string database, string? program) =>
        MeasuredProcess.StartBotAsync(database, program ?? MeasuredProcess.BuiltBot, []);

    /// <summary>
    /// Measures starts of both, in turn. The bot's first one makes the database and keeps what it has learned; the others find both.
    /// </summary>
    private static async Task<MeasuredStarts> StartsAsync(
        Func<Task<MeasuredProcess>> startBot,
        FakeConnector connector,
        IReadOnlyList<string> questions
    )
    {
        var bare = new List<FirstTurn>();
        var bot = new List<FirstTurn>();
        for (var number = 0; number <= Starts; number++)
        {
            bare.Add(await FirstTurn.MeasureAsync(MeasuredProcess.StartBareAsync(), connector, questions, endsQuiet: false));
            bot.Add(await FirstTurn.MeasureAsync(startBot(), connector, questions, endsQuiet: number == 0));
        }

        return new(bare, bot);
    }

    private static async Task<MeasuredRounds> MeasureAsync(Subject bare, Subject bot)
    {
        // The second tier of compilation comes after the first load, so there are two.
        for (var number = 0; number < 2; number++)
        {
            await bare.RunAsync(WarmUpQuestions);
            await bot.RunAsync(WarmUpQuestions);
        }

        var bareRounds = new List<Round>();
        var botRounds = new List<Round>();
        for (var number = 1; number <= Rounds; number++)
        {
            bareRounds.Add(await bare.RunAsync(Questions));
            botRounds.Add(await bot.RunAsync(Questions));
            await Console.Error.WriteLineAsync(
                $"round {number}: bare {bareRounds[^1].TurnsPerSecond:F0}, bot {botRounds[^1].TurnsPerSecond:F0} turns/s"
            );
        }

        return new(bareRounds, botRounds);
    }

    /// <summary>Returns the share of one core that the bot uses when nobody writes, in percent.</summary>
    private static async Task<double> IdleAsync(MeasuredProcess bot)
    {
        await Task.Delay(Rest, TimeProvider.System);
        var before = bot.ProcessorTime;
        await Task.Delay(Idle, TimeProvider.System);
        return 100 * (bot.ProcessorTime - before) / Idle;
    }

    /// <summary>Returns the questions without those that the bot takes for asked of itself, which it does not log.</summary>
    private static List<string> LoggedQuestions()
    {
        var engine = ShippedEngine.Load();
        return [.. Repository.Questions().Where(question => engine.Rank(question, 1).Intent is null)];
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

/// <summary>Holds the rounds of load on both, in the order in which they took turns.</summary>
internal sealed record MeasuredRounds(IReadOnlyList<Round> Bare, IReadOnlyList<Round> Bot);

/// <summary>Holds the starts of both. The first one of the bot made its database.</summary>
internal sealed record MeasuredStarts(IReadOnlyList<FirstTurn> Bare, IReadOnlyList<FirstTurn> Bot);
