using HartwoodPolicyBot.Benchmarks.Turns;
using HartwoodPolicyBot.Tests.Storage.TakenOver;

namespace HartwoodPolicyBot.Attack.Common;

/// <summary>Starts the bot as a process of its own, from the same configuration (Debug or Release) as this program.</summary>
internal static class BotProcess
{
    private static readonly string Program = Path.Combine(
        Repository.Root,
        "src",
        "HartwoodPolicyBot",
        "bin",
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name,
        "net10.0",
        "HartwoodPolicyBot.dll"
    );

    /// <param name="database">The SQLite file; without meaning when the settings name another database.</param>
    /// <param name="settings">Further settings, as environment variables.</param>
    public static Task<MeasuredProcess> StartAsync(string database, IReadOnlyDictionary<string, string> settings) =>
        MeasuredProcess.StartBotAsync(
            database,
            Program,
            new(settings, StringComparer.Ordinal)
            {
                ["Staff__PracticeManagers__0"] = TakenOverBot.Manager,
                ["Staff__PracticeManagers__1"] = TakenOverBot.Second,
                ["Incidents__SpeakUpPerson"] = TakenOverBot.SpeakUp,
                ["Logging__LogLevel__Default"] = "Warning",
            }
        );
}
