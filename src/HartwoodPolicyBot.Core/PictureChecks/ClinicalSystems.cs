using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.PictureChecks;

/// <summary>
/// Knows clinical systems by their names and by the words on their screens, from a file that editors change. Each line has a name, a
/// colon, and words; "2 of" before the words asks for two of them.
/// </summary>
public sealed partial class ClinicalSystems
{
    private readonly List<(string Name, int Least, string[] Words)> systems;

    private ClinicalSystems(List<(string, int, string[])> systems) => this.systems = systems;

    /// <exception cref="FormatException">A line is not of that form.</exception>
    public static ClinicalSystems Load(string file) =>
        new([
            .. File.ReadLines(file)
                .Select(line => line.Trim())
                .Where(line => line.Length > 0 && !line.StartsWith('#'))
                .Select(line =>
                    Line().Match(line) is { Success: true } parts
                        ? (
                            parts.Groups["name"].Value.Trim(),
                            parts.Groups["least"].Success ? int.Parse(parts.Groups["least"].Value, null) : 1,
                            parts.Groups["words"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                        )
                        : throw new FormatException($"This line of {Path.GetFileName(file)} has no name and words: {line}")
                ),
        ]);

    /// <summary>Returns the names of the systems whose screen the words are from.</summary>
    /// <param name="words">The words, as they were read in a picture. Letters may be missing at the edges.</param>
    public IReadOnlyList<string> In(string words)
    {
        var folded = $" {string.Join(' ', Word().Matches(words).Select(word => word.Value.ToLowerInvariant()))} ";
        return
        [
            .. systems
                .Where(system => system.Words.Count(word => folded.Contains($" {word} ", StringComparison.Ordinal)) >= system.Least)
                .Select(system => system.Name),
        ];
    }

    [GeneratedRegex(@"^(?<name>[^:]{1,80}):(?:\s{0,9}(?<least>[1-9]) of\b)?(?<words>.{1,999})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    [GeneratedRegex(@"[\p{L}\p{N}]{1,99}")]
    private static partial Regex Word();
}
