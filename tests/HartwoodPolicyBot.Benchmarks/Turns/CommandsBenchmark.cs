namespace HartwoodPolicyBot.Benchmarks.Turns;

/// <summary>
/// Measures the first use of each command: for each, a fresh process is started on a database that is there, and asked for it a
/// few seconds after it said that it was ready. A practice manager asks, who may use all commands.
/// </summary>
internal static class CommandsBenchmark
{
    private const double MostMilliseconds = 300;
    private static readonly TimeSpan AfterReady = TimeSpan.FromSeconds(5);

    /// <summary>The commands, and a question: each as somebody types it.</summary>
    private static readonly string[] Commands =
    [
        "can I add a patient on facebook",
        "help",
        "policy",
        "report a concern",
        "incidents",
        "my reports",
        "speak up reports",
        "my questions",
        "questions waiting",
        "unanswered",
        "saved answers",
        "monitoring report",
        "my policies",
        "ask everyone to read",
        "my data",
        "training",
        "training status",
        "status",
        "use this channel",
    ];

    /// <returns>0; 1 when a command is too slow.</returns>
    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hartwood-commands-");
        try
        {
            await using var connector = await FakeConnector.StartAsync();
            var database = Path.Combine(folder.FullName, "commands.db");
            (await StartAsync(database)).Dispose();
            await Console.Out.WriteLineAsync(
                $"| first use after ready, in a fresh process | ms | bar {MostMilliseconds} ms |\n|---|---|---|"
            );
            var slow = 0;
            foreach (var command in Commands)
            {
                using var bot = await StartAsync(database);
                await Task.Delay(AfterReady, TimeProvider.System);
                var took = await CommandTurn.AskAsync(bot, connector, command);
                slow += took > MostMilliseconds ? 1 : 0;
                await Console.Out.WriteLineAsync($"| {command} | {took:F0} | {(took > MostMilliseconds ? "**not met**" : "met")} |");
            }

            return slow == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<MeasuredProcess> StartAsync(string database) =>
        MeasuredProcess.StartBotAsync(database, MeasuredProcess.BuiltBot, new() { ["Staff__PracticeManagers__0"] = CommandTurn.Manager });
}
