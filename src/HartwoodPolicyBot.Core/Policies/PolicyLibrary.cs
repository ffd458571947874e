namespace HartwoodPolicyBot.Core.Policies;

/// <summary>Holds the policies that the practice has given the bot, in the order of their file names.</summary>
public sealed class PolicyLibrary
{
    /// <summary>Names under /policy that a policy can't have, because other pages use them.</summary>
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

    /// <summary>Returns the section with that id. Returns null when there is none, because the policy may have changed since.</summary>
    public PolicySection? Section(string? id) => id is null ? null : sections.GetValueOrDefault(id);

    public PolicyDocument? Document(string? slug) => slug is null ? null : documents.GetValueOrDefault(slug);

    public PolicyDocument DocumentOf(PolicySection section) => documents[section.DocumentSlug];

    /// <summary>Reads every .md file in <paramref name="folder"/>.</summary>
    /// <exception cref="PolicyFileException">A file holds no policy, or the folder has no policy files.</exception>
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
        return TakenSlugs.Contains(slug) ? throw new PolicyFileException(slug, "has a name that another page uses; rename it") : slug;
    }
}
