using System.Text.Json;

namespace HartwoodPolicyBot.Benchmarks.Quality;

/// <summary>Is a question to measure with, which the engine has never learned.</summary>
/// <param name="Id">Its name in the set.</param>
/// <param name="Question">The words as somebody typed them.</param>
/// <param name="Sections">The headings that are accepted as the first; none where the policy does not cover the question.</param>
/// <param name="Kind">How it is asked, for example "typo" or "scenario".</param>
internal sealed record MeasuredQuestion(string Id, string Question, string[] Sections, string Kind)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static List<MeasuredQuestion> Load(string name) =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Questions", name))
                .Select(line => JsonSerializer.Deserialize<MeasuredQuestion>(line, Json)!),
        ];
}
