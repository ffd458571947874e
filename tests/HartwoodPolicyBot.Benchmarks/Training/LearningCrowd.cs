using System.Text.Json;
using HartwoodPolicyBot.Benchmarks.Turns;
using HartwoodPolicyBot.Testing;
using Microsoft.Data.Sqlite;

namespace HartwoodPolicyBot.Benchmarks.Training;

/// <summary>Lets many people do the whole training at once, through the HTTP endpoint of a bot in a separate process.</summary>
internal static class LearningCrowd
{
    private const int MostWrong = 4;

    /// <summary>The name of the bot's database.</summary>
    public const string Database = "training.db";

    /// <param name="program">The bot.</param>
    /// <param name="folder">A folder for its database; it is deleted at the end.</param>
    /// <param name="people">How many people train at once.</param>
    /// <param name="think">How long each of them thinks before a click.</param>
    public static async Task<LearningReport> RunAsync(string program, DirectoryInfo folder, int people, TimeSpan think)
    {
        try
        {
            var database = Path.Combine(folder.FullName, Database);
            using var bot = await MeasuredProcess.StartBotAsync(database, program, []);
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
            var rightAnswers = RightAnswers(program);

            // Clicks are answered in the response, so nothing is ever sent to this address.
            var teams = $"{FreePort.NextAddress()}/";
            var endpoint = new Uri(bot.Address, "api/messages");

            // A few people go first, because the process has compiled nothing yet. Their records count like all others, but their
            // times do not.
            List<TrainingClicks> warmUp = [.. Enumerable.Range(0, 20).Select(Person)];
            await Task.WhenAll(warmUp.Select((person, number) => person.RunAsync(number % MostWrong, TimeSpan.Zero)));
            List<TrainingClicks> crowd = [.. Enumerable.Range(warmUp.Count, people).Select(Person)];
            await Task.WhenAll(crowd.Select((person, number) => person.RunAsync(number % MostWrong, think)));
            var peak = bot.PeakMemory;
            bot.End();
            return new(crowd, await FaultsAsync(database, [.. warmUp, .. crowd]), peak);

            TrainingClicks Person(int number) => new(http, endpoint, teams, number, rightAnswers);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Returns the words of each scenario with the words of its right option.</summary>
    private static Dictionary<string, string> RightAnswers(string program)
    {
        using var file = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(program)!, "Content", "Training", "social-media.json"))
        );
        return file
            .RootElement.GetProperty("scenarios")
            .EnumerateArray()
            .ToDictionary(
                scenario => scenario.GetProperty("scenario").GetString()!,
                scenario => scenario.GetProperty("options")[scenario.GetProperty("answer").GetInt32()].GetString()!,
                StringComparer.Ordinal
            );
    }

    /// <summary>Compares the database that the killed process left with what each person did.</summary>
    private static async Task<List<string>> FaultsAsync(string database, List<TrainingClicks> people)
    {
        var recorded = new Dictionary<string, (long State, long Right, long Answers, long RightAnswers)>(StringComparer.Ordinal);
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT "PersonId", "State", "Right", COUNT(*), SUM("IsRight") FROM "TrainingAttempts"
            JOIN "TrainingAnswers" ON "AttemptId" = "Id" GROUP BY "Id", "PersonId", "State", "Right"
            """;
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            recorded.Add(rows.GetString(0), (rows.GetInt64(1), rows.GetInt64(2), rows.GetInt64(3), rows.GetInt64(4)));
        }

        const int Passed = 2;
        const int Failed = 3;
        List<string> faults =
        [
            .. people.Where(person => person.Result is null).Select(person => $"{person.PersonId} came to no result"),
            .. people
                .Where(person =>
                    !recorded.TryGetValue(person.PersonId, out var row)
                    || row != (person.Right >= 8 ? Passed : Failed, person.Right, 10, person.Right)
                )
                .Select(person => $"{person.PersonId}'s record is not what they did"),
        ];
        if (recorded.Count != people.Count)
        {
            faults.Add($"{recorded.Count} attempts of {people.Count} people");
        }

        return faults;
    }
}

/// <summary>Holds the outcome of a run.</summary>
internal sealed record LearningReport(IReadOnlyList<TrainingClicks> People, IReadOnlyList<string> Faults, long PeakMemory)
{
    public string Answers => Spread([.. People.SelectMany(person => person.Answers).Order()]);

    public string Others => Spread([.. People.SelectMany(person => person.Others).Order()]);

    public double AnswerP99 => At([.. People.SelectMany(person => person.Answers).Order()], 0.99);

    private static string Spread(TimeSpan[] sorted) =>
        $"{At(sorted, 0.5):F1} / {At(sorted, 0.95):F1} / {At(sorted, 0.99):F1} / {At(sorted, 1):F1} ms";

    private static double At(TimeSpan[] sorted, double share) =>
        sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)].TotalMilliseconds;
}
