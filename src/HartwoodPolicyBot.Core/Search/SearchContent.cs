using System.Security.Cryptography;
using System.Text;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>Names the files that the search learns from, in the content folder. Anybody can edit them.</summary>
/// <param name="folder">The content folder.</param>
/// <param name="settings">Settings for how the search learns.</param>
public sealed class SearchContent(string folder, EngineSettings settings)
{
    private readonly string phrasings = Path.Combine(folder, "Phrasings");
    private readonly string aboutTheBot = Path.Combine(folder, "About-the-bot");
    private readonly string lexicon = Path.Combine(folder, "lexicon.txt");
    private readonly string everyday = Path.Combine(folder, "everyday.txt");
    private readonly string disclosures = Path.Combine(folder, "disclosures.txt");

    public EngineSettings Settings => settings;

    /// <summary>The concepts of the policies.</summary>
    public Lexicon Lexicon { get; } = Lexicon.Load(Path.Combine(folder, "lexicon.txt"));

    /// <summary>What staff call things at a practice, apart from the policies.</summary>
    public Lexicon Everyday { get; } = Lexicon.Load(Path.Combine(folder, "everyday.txt"));

    /// <summary>Reads the phrasings.</summary>
    /// <exception cref="PhrasingFileException">A file can't be used; the message names it and the line.</exception>
    public PhrasingBank ReadBank(PolicyLibrary library) => PhrasingBank.LoadWhatFits(phrasings, library, aboutTheBot);

    /// <summary>Learns to tell disclosures from questions.</summary>
    public Disclosures LearnDisclosures() => Disclosures.Load(disclosures, settings);

    /// <summary>
    /// Returns a hash that is another one when what is learned may be: of the files, the policies, the settings and the code.
    /// </summary>
    public byte[] Fingerprint(PolicyLibrary library)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(typeof(SearchContent).Module.ModuleVersionId.ToString());
        Add(settings.ToString());
        Add(Hash(library));
        IEnumerable<string> files = [.. FilesIn(phrasings), .. FilesIn(aboutTheBot), lexicon, everyday, disclosures];
        foreach (var file in files)
        {
            Add(Path.GetRelativePath(folder, file));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return hash.GetHashAndReset();

        void Add(string text)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData([0]);
        }
    }

    /// <summary>Returns 16 hex digits that are others when a word of the policies is.</summary>
    public static string Hash(PolicyLibrary library)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var section in library.Sections)
        {
            IEnumerable<string> texts = [section.Id, .. section.KnownAs, .. section.Clauses.Select(clause => clause.Text)];
            foreach (var text in texts)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(text));
                hash.AppendData([0]);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];
}
