namespace HartwoodPolicyBot.Core.Policies;

/// <summary>
/// Holds the policies that came with the bot, as files. A database that knows no version of one takes its file as version 1; from
/// then on the database decides.
/// </summary>
public sealed record ShippedPolicies(IReadOnlyList<ShippedPolicy> Policies)
{
    /// <summary>Names under /policy that a policy can't have, because other pages use them.</summary>
    internal static readonly string[] TakenSlugs = ["leaflet", "versions"];

    /// <summary>Reads every .md file in <paramref name="folder"/>.</summary>
    /// <exception cref="PolicyFileException">A file holds no policy, or the folder has no policy files.</exception>
    public static ShippedPolicies Load(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal).ToList() : [];
        var read = files.ConvertAll(file => ShippedPolicy.Read(SlugOf(file), File.ReadAllText(file)));
        return read.Count > 0 ? new(read) : throw new PolicyFileException("*", $"is missing: Policies:Folder ({folder}) holds no .md file");
    }

    private static string SlugOf(string file)
    {
        var slug = PolicyParser.AnchorOf(Path.GetFileNameWithoutExtension(file));
        return TakenSlugs.Contains(slug) ? throw new PolicyFileException(slug, "has a name that another page uses; rename it") : slug;
    }
}

/// <summary>Represents a policy that came with the bot: its file, and the policy that was read from it.</summary>
public sealed record ShippedPolicy(string Markdown, PolicyDocument Document)
{
    internal static ShippedPolicy Read(string slug, string markdown) => new(markdown, PolicyParser.Parse(slug, markdown));
}
