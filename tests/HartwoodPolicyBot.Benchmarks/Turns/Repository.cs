using System.Text.Json;

namespace HartwoodPolicyBot.Benchmarks.Turns;

/// <summary>Reads files of the repository that the benchmark was built in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Returns questions as staff ask them, covered and not.</summary>
    public static IReadOnlyList<string> Questions() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Questions", "dev.jsonl")).Select(Question)];

    private static string Question(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("question").GetString()!;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HartwoodPolicyBot.sln")))
        {
            folder =
                folder.Parent
                ?? throw new InvalidOperationException(
                    "Run this inside the repository: HartwoodPolicyBot.sln is nowhere above the program."
                );
        }

        return folder.FullName;
    }
}
