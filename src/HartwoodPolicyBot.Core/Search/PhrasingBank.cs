using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// How staff really ask: for each section the ways in which it is asked about, and what the policies do not cover, by kind.
/// Files that anybody can edit: a folder a policy, a file a section, one phrasing a line below "# Heading".
/// </summary>
public sealed class PhrasingBank
{
    /// <summary>The kind of a text of which no word is known; a part of the file may show more of it.</summary>
    public const string Nonsense = "nonsense";

    /// <summary>The kind of greetings, thanks and chat.</summary>
    public const string SmallTalk = "small talk";

    private const string NotCoveredFile = "not-covered.txt";

    /// <summary>Section id to its phrasings.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> BySection { get; init; }

    /// <summary>Kind ("small talk") to the phrasings that no policy covers.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> NotCovered { get; init; }

    /// <summary>Every phrasing, whatever it is about.</summary>
    public IEnumerable<string> All => BySection.Values.Concat(NotCovered.Values).SelectMany(phrasings => phrasings);

    /// <summary>No phrasings: the engine then works on the policies' own words.</summary>
    public static PhrasingBank Empty { get; } =
        new() { BySection = new Dictionary<string, IReadOnlyList<string>>(), NotCovered = new Dictionary<string, IReadOnlyList<string>>() };

    /// <summary>The policies that the bank has phrasings for, whether or not they are there.</summary>
    public static IReadOnlyList<string> PoliciesIn(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.GetDirectories(folder).Select(policy => Path.GetFileName(policy)).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>Reads the bank. A policy that is not in the library is passed over, and so is one without a folder.</summary>
    /// <exception cref="PhrasingFileException">An unknown heading, a phrasing twice or under two sections; the message
    /// names file and line.</exception>
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
                        $"must be \"# \" and a heading of the policy {document.Title}; \"{heading}\" is none"
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
