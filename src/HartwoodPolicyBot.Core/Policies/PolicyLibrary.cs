namespace HartwoodPolicyBot.Core.Policies;

/// <summary>
/// Holds the policies in force, in the order of their file names. When a policy is published, all of them are replaced at once, so
/// that nobody sees half of a change.
/// </summary>
public sealed class PolicyLibrary
{
    private volatile Held held;

    public PolicyLibrary(IReadOnlyList<PolicyDocument> documents) => held = new(documents, null);

    public IReadOnlyList<PolicyDocument> Documents => held.Documents;

    public IEnumerable<PolicySection> Sections => Documents.SelectMany(document => document.Sections);

    /// <summary>Returns the section with that id. Returns null when there is none, because the policy may have changed since.</summary>
    public PolicySection? Section(string? id) => id is null ? null : held.Sections.GetValueOrDefault(id);

    public PolicyDocument? Document(string? slug) => slug is null ? null : held.BySlug.GetValueOrDefault(slug);

    /// <summary>
    /// Returns the policy that a section is from. An answer that was found just before a policy was replaced keeps the text that it
    /// quotes.
    /// </summary>
    public PolicyDocument DocumentOf(PolicySection section)
    {
        var now = held;
        return now.Of(section)
            ?? now.Before?.Of(section)
            ?? now.BySlug.GetValueOrDefault(section.DocumentSlug)
            ?? now.Before!.BySlug[section.DocumentSlug];
    }

    /// <summary>Puts other policies in force.</summary>
    public void Replace(IReadOnlyList<PolicyDocument> documents)
    {
        var before = held;
        held = new(documents, new(before.Documents, null));
    }

    /// <summary>Reads every .md file in <paramref name="folder"/>.</summary>
    /// <exception cref="PolicyFileException">A file holds no policy, or the folder has no policy files.</exception>
    public static PolicyLibrary Load(string folder) => new([.. ShippedPolicies.Load(folder).Policies.Select(policy => policy.Document)]);

    private sealed class Held(IReadOnlyList<PolicyDocument> documents, Held? before)
    {
        private readonly Dictionary<PolicySection, PolicyDocument> bySection = documents
            .SelectMany(document => document.Sections.Select(section => (section, document)))
            .ToDictionary<(PolicySection section, PolicyDocument document), PolicySection, PolicyDocument>(
                pair => pair.section,
                pair => pair.document,
                ReferenceEqualityComparer.Instance
            );

        public IReadOnlyList<PolicyDocument> Documents => documents;

        public Held? Before => before;

        public Dictionary<string, PolicySection> Sections { get; } = ById(documents);

        public Dictionary<string, PolicyDocument> BySlug { get; } =
            documents.ToDictionary(document => document.Slug, StringComparer.Ordinal);

        public PolicyDocument? Of(PolicySection section) => bySection.GetValueOrDefault(section);

        /// <summary>Lists the sections by their ids, and renamed ones also by the ids that they had in version 1.</summary>
        private static Dictionary<string, PolicySection> ById(IReadOnlyList<PolicyDocument> documents)
        {
            var all = documents.SelectMany(document => document.Sections).ToList();
            var byId = all.ToDictionary(section => section.Id, StringComparer.Ordinal);
            foreach (var section in all)
            {
                foreach (var heading in section.KnownAs)
                {
                    byId.TryAdd($"{section.DocumentSlug}/{PolicyParser.AnchorOf(heading)}", section);
                }
            }

            return byId;
        }
    }
}
