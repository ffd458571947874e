using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Holds the ways in which staff ask: the phrasings for each section, and by kind what the policies don't cover. They come
/// from files that anybody can edit: one folder for each policy, one file for each section, and one phrasing on each line
/// below "# Heading".
/// </summary>
public sealed class PhrasingBank
{
    private const string NotCoveredFile = "not-covered.txt";

    /// <summary>The phrasings by the id of their section.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> BySection { get; init; }

    /// <summary>The phrasings that no policy covers, by their kind, such as "small talk".</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> NotCovered { get; init; }

    /// <summary>All phrasings, covered or not.</summary>
    public IEnumerable<string> All => BySection.Values.Concat(NotCovered.Values).SelectMany(phrasings => phrasings);

    /// <summary>A bank without phrasings. The ranker then uses only the policies' own words.</summary>
    public static PhrasingBank Empty { get; } =
        new() { BySection = new Dictionary<string, IReadOnlyList<string>>(), NotCovered = new Dictionary<string, IReadOnlyList<string>>() };

    /// <summary>Returns the policies that have a folder of phrasings, whether or not the library holds them.</summary>
    public static IReadOnlyList<string> PoliciesIn(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.GetDirectories(folder).Select(policy => Path.GetFileName(policy)).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>Reads the phrasings. It skips policies that are not in the library, and those without a folder.</summary>
    /// <exception cref="PhrasingFileException">
    /// A heading is unknown, or a phrasing appears twice or under two sections. The message names file and line.
    /// </exception>
    public static PhrasingBank Load(string folder, PolicyLibrary library)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var bySection = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var document in library.Documents)
        {
            var files = Path.Combine(folder, document.Slug);
            foreach (
                var file in Directory.Exists(files)
                    ? Directory.GetFiles(files, "*.txt").Order(StringComparer.Ordinal)
                    : Enumerable.Empty<string>()
            )
            {
                var lines = File.ReadAllLines(file);
                var heading = lines.Length > 0 && lines[0].StartsWith("# ", StringComparison.Ordinal) ? lines[0][2..].Trim() : "";
                var section =
                    document.Sections.FirstOrDefault(section => section.Heading == heading)
                    ?? throw new PhrasingFileException(
                        file,
                        1,
                        $"must be \"# \" and a heading of the policy {document.Title}; \"{heading}\" is not one"
                    );
                if (!bySection.TryAdd(section.Id, PhrasingFile.Phrasings(file, lines, 1, lines.Length, seen)))
                {
                    throw new PhrasingFileException(file, 1, $"is the second file for \"{heading}\"");
                }
            }
        }

        var notCovered = Path.Combine(folder, NotCoveredFile);
        return new PhrasingBank
        {
            BySection = bySection,
            NotCovered = bySection.Count > 0 && File.Exists(notCovered) ? PhrasingFile.Parts(notCovered, seen) : Empty.NotCovered,
        };
    }
}
