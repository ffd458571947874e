using System.Text.Json;

namespace HartwoodPolicyBot.Benchmarks.Quality;

/// <summary>A question to measure with: never taught, only asked.</summary>
/// <param name="Question">As somebody typed it.</param>
/// <param name="Sections">The headings that are accepted as the first; none where the policy does not say.</param>
/// <param name="Kind">How it is asked: "typo", "scenario".</param>
internal sealed record MeasuredQuestion(string Question, string[] Sections, string Kind)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static List<MeasuredQuestion> Load(string name) =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Questions", name))
                .Select(line => JsonSerializer.Deserialize<MeasuredQuestion>(line, Json)!),
        ];
}
