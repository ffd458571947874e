using System.Text.Json;
using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Benchmarks.Turns;

/// <summary>Reads files of the repository that the benchmark was built in.</summary>
internal static class Repository
{
    public static string Root => RepositoryRoot.Path;

    /// <summary>Returns questions as staff ask them, covered and not.</summary>
    public static IReadOnlyList<string> Questions() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Questions", "dev.jsonl")).Select(Question)];

    private static string Question(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("question").GetString()!;
    }
}
