using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Holds the ways in which staff ask: the phrasings for each section, and by kind what the policies don't cover. They come
/// from files that anybody can edit: one folder for each policy and one file for each section, with one phrasing on each line
/// below "# Heading" and "## Beginning of the clause that answers".
/// </summary>
public sealed class PhrasingBank
{
    private const string NotCoveredFile = "not-covered.txt";

    /// <summary>The phrasings by the id of their section.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Phrasing>> BySection { get; init; }

    /// <summary>The phrasings that no policy covers, by their kind, such as "small talk".</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> NotCovered { get; init; }

    /// <summary>The line in the bot's own words that stands above each clause, where one was written.</summary>
    public IReadOnlyDictionary<ClauseId, string> OwnWords { get; init; } = new Dictionary<ClauseId, string>();

    /// <summary>The phrasings of what people ask about the bot itself, by the id of the intent, such as "certificate".</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> AboutTheBot { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What did not fit the policies and where its phrasings went instead, one line for whoever edits the files each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>All phrasings about the practice, covered or not, without those about the bot.</summary>
    public IEnumerable<string> AboutThePractice =>
        BySection
            .Values.SelectMany(phrasings => phrasings.Select(phrasing => phrasing.Text))
            .Concat(NotCovered.Values.SelectMany(phrasings => phrasings));

    /// <summary>All phrasings.</summary>
    public IEnumerable<string> All => AboutThePractice.Concat(AboutTheBot.Values.SelectMany(phrasings => phrasings));

    /// <summary>A bank without phrasings. The ranker then uses only the policies' own words.</summary>
    public static PhrasingBank Empty { get; } =
        new()
        {
            BySection = new Dictionary<string, IReadOnlyList<Phrasing>>(),
            NotCovered = new Dictionary<string, IReadOnlyList<string>>(),
        };

    /// <summary>Returns the policies that have a folder of phrasings, whether or not the library holds them.</summary>
    public static IReadOnlyList<string> PoliciesIn(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.GetDirectories(folder).Select(policy => Path.GetFileName(policy)).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>
    /// Reads the phrasings of a folder, and those about the bot. It skips policies that are not in the library, and those
    /// without a folder.
    /// </summary>
    /// <exception cref="PhrasingFileException">
    /// A heading is unknown or begins no clause, or a phrasing appears twice or under two sections. The message names file and
    /// line.
    /// </exception>
    public static PhrasingBank Load(string folder, PolicyLibrary library, string? aboutTheBot = null) =>
        Load(folder, library, aboutTheBot, null);

    /// <summary>
    /// Reads them for policies that were changed since the files were written. Phrasings for a clause that the policy does not have
    /// go to the nearest clause of their section, or to the whole section; those for a section that is gone are left out. The
    /// warnings of the bank name them.
    /// </summary>
    /// <exception cref="PhrasingFileException">A phrasing appears twice or under two sections.</exception>
    public static PhrasingBank LoadWhatFits(string folder, PolicyLibrary library, string? aboutTheBot = null) =>
        Load(folder, library, aboutTheBot, []);

    private static PhrasingBank Load(string folder, PolicyLibrary library, string? aboutTheBot, List<string>? warnings)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var bySection = new Dictionary<string, IReadOnlyList<Phrasing>>(StringComparer.Ordinal);
        var ownWords = new Dictionary<ClauseId, string>();
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
                var unknown = new PhrasingFileException(
                    file,
                    1,
                    $"must be \"# \" and a heading of the policy {document.Title}; \"{heading}\" is not one"
                );
                if (document.Sections.FirstOrDefault(section => section.KnownAs.Contains(heading)) is not { } section)
                {
                    if (warnings is null)
                    {
                        throw unknown;
                    }

                    warnings.Add($"{unknown.Message} Its phrasings are not used.");
                    continue;
                }

                var phrasings = new SectionPhrasings(file, section, seen, ownWords, warnings).Read(lines);
                if (!bySection.TryAdd(section.Id, phrasings))
                {
                    bySection[section.Id] =
                        warnings is null || section.KnownAs.Count == 1
                            ? throw new PhrasingFileException(file, 1, $"is the second file for \"{heading}\"")
                            : [.. bySection[section.Id], .. phrasings];
                }
            }
        }

        var notCovered = Path.Combine(folder, NotCoveredFile);
        return new PhrasingBank
        {
            BySection = bySection,
            Warnings = warnings ?? [],
            OwnWords = ownWords,
            AboutTheBot =
                bySection.Count > 0 && aboutTheBot is not null
                    ? Directory
                        .GetFiles(aboutTheBot, "*.txt")
                        .Order(StringComparer.Ordinal)
                        .SelectMany(file => PhrasingFile.Parts(file, seen))
                        .ToDictionary(intent => intent.Key, intent => intent.Value, StringComparer.Ordinal)
                    : Empty.NotCovered,
            NotCovered = bySection.Count > 0 && File.Exists(notCovered) ? PhrasingFile.Parts(notCovered, seen) : Empty.NotCovered,
        };
    }
}

/// <summary>Represents one way in which staff ask about a section.</summary>
/// <param name="Text">The words.</param>
/// <param name="Clause">The number of the clause that answers it; null where only the whole section does.</param>
public sealed record Phrasing(string Text, int? Clause);
