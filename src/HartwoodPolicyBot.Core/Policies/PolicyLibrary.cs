namespace HartwoodPolicyBot.Core.Policies;

/// <summary>The policies that the practice has given the bot, in the order of their file names.</summary>
public sealed class PolicyLibrary
{
    /// <summary>Addresses under /policy that are no policies.</summary>
    private static readonly string[] TakenSlugs = ["leaflet"];
    private readonly Dictionary<string, PolicySection> sections;
    private readonly Dictionary<string, PolicyDocument> documents;

    public PolicyLibrary(IReadOnlyList<PolicyDocument> documents)
    {
        Documents = documents;
        this.documents = documents.ToDictionary(document => document.Slug, StringComparer.Ordinal);
        sections = documents.SelectMany(document => document.Sections).ToDictionary(section => section.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<PolicyDocument> Documents { get; }

    public IEnumerable<PolicySection> Sections => Documents.SelectMany(document => document.Sections);

    /// <summary>The section of that id, or null: a policy may have changed since the id was given out.</summary>
    public PolicySection? Section(string? id) => id is null ? null : sections.GetValueOrDefault(id);

    public PolicyDocument? Document(string? slug) => slug is null ? null : documents.GetValueOrDefault(slug);

    public PolicyDocument DocumentOf(PolicySection section) => documents[section.DocumentSlug];

    /// <summary>Reads every .md file of <paramref name="folder"/>.</summary>
    /// <exception cref="PolicyFileException">A file holds no policy, or there is none.</exception>
    public static PolicyLibrary Load(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal).ToList() : [];
        var read = files.ConvertAll(file => PolicyParser.Parse(SlugOf(file), File.ReadAllText(file)));
        return read.Count > 0
            ? new PolicyLibrary(read)
            : throw new PolicyFileException("*", $"is missing: Policies:Folder ({folder}) holds no .md file");
    }

    private static string SlugOf(string file)
    {
        var slug = PolicyParser.AnchorOf(Path.GetFileNameWithoutExtension(file));
        return TakenSlugs.Contains(slug) ? throw new PolicyFileException(slug, "has a name that stands for another page; rename it") : slug;
    }
}
