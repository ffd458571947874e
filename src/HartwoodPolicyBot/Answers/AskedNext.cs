using System.Text.Json;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Answers;

/// <summary>
/// Suggests what people ask after they have read a section, from Content/asked-next.json: two or three questions for a section
/// id.
/// </summary>
public sealed class AskedNext(IReadOnlyDictionary<string, string[]> bySection)
{
    /// <summary>Returns the questions to offer under <paramref name="section"/>, without the one that was just asked.</summary>
    public IReadOnlyList<string> After(PolicySection section, string justAsked) =>
        [.. bySection.GetValueOrDefault(section.Id, []).Where(question => !Same(question, justAsked))];

    private static bool Same(string question, string justAsked) => Terms.Of(question).SequenceEqual(Terms.Of(justAsked));

    /// <summary>
    /// Reads the file. A section that isn't in any policy is logged and skipped, because the policy may have changed.
    /// </summary>
    public static AskedNext Load(string file, PolicyLibrary library, ILogger<AskedNext> log)
    {
        Dictionary<string, string[]> questions;
        try
        {
            questions = JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(file)) ?? [];
        }
        catch (JsonException fault)
        {
            throw new PhrasingFileException(
                file,
                (int)(fault.LineNumber ?? 0) + 1,
                "is not a list of sections with their questions in JSON"
            );
        }

        foreach (var unknown in questions.Keys.Where(id => library.Section(id) is null))
        {
            log.UnknownSectionAskedNext(unknown);
        }

        return new AskedNext(questions);
    }
}
