using System.Text.Json;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>Holds the main points of a policy in a few lines, each quoted from the policy.</summary>
public sealed record PolicyBrief(string PolicySlug, IReadOnlyList<BriefLine> Lines);

/// <summary>Represents one line of a brief.</summary>
/// <param name="Section">The section that is quoted.</param>
/// <param name="Clause">The clause that is quoted.</param>
/// <param name="Quote">Its words, or some of them, verbatim.</param>
public sealed record BriefLine(PolicySection Section, Clause Clause, string Quote);

/// <summary>Reports a brief that can't be used. The message says which line and why.</summary>
public sealed class BriefFileException(string file, string fault) : SetUpException($"The brief {Path.GetFileName(file)} {fault}.");

/// <summary>
/// Holds the briefs of all policies. Each is checked against the policy's text at the start, so that no brief says what the
/// policy doesn't.
/// </summary>
public sealed class PolicyBriefs
{
    /// <summary>The most lines that can be read at a glance.</summary>
    private const int MostLines = 7;

    /// <summary>The number of lines quoted for a policy without a brief, as many as the supplied brief has.</summary>
    private const int MostQuoted = 5;

    /// <summary>The longest sentence that is quoted. Longer ones are left out rather than cut.</summary>
    private const int LongestQuote = 300;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private volatile Dictionary<string, PolicyBrief> bySlug;

    private PolicyBriefs(IReadOnlyList<(string Policy, PolicyBrief? Brief)> read)
    {
        Policies = [.. read.Select(file => file.Policy).Distinct(StringComparer.Ordinal)];
        bySlug = read.Select(file => file.Brief).OfType<PolicyBrief>().ToDictionary(brief => brief.PolicySlug, StringComparer.Ordinal);
    }

    /// <summary>The policies that have a brief, whether or not the library holds them.</summary>
    public IReadOnlyList<string> Policies { get; }

    /// <summary>The quotations that no policy has any more, with their section. They are left out of the briefs.</summary>
    public IReadOnlyList<(string Policy, string Section, string Quote)> SetAside { get; private init; } = [];

    /// <summary>Takes the briefs of other policies from now on.</summary>
    public void Replace(PolicyBriefs next) => bySlug = next.bySlug;

    /// <summary>Returns the brief of a policy; empty for a policy without one.</summary>
    public IReadOnlyList<BriefLine> Of(PolicyDocument policy) => bySlug.TryGetValue(policy.Slug, out var brief) ? brief.Lines : [];

    /// <summary>
    /// Returns the lines for a policy without a brief: from each of its first sections, the first sentence that makes sense
    /// alone.
    /// </summary>
    public static IReadOnlyList<BriefLine> BeginningOf(PolicyDocument policy) =>
        [
            .. policy
                .Sections.Select(section =>
                    (
                        Section: section,
                        Clause: section.Clauses.FirstOrDefault(clause =>
                            clause.IntroducedBy is null && clause.Text.Length <= LongestQuote && !clause.Text.EndsWith(':')
                        )
                    )
                )
                .Where(found => found.Clause is not null)
                .Take(MostQuoted)
                .Select(found => new BriefLine(found.Section, found.Clause!, found.Clause!.Text)),
        ];

    /// <summary>Reads every .json file in <paramref name="folder"/> whose policy the practice has.</summary>
    /// <exception cref="BriefFileException">A line is not in the policy.</exception>
    public static PolicyBriefs Load(string folder, PolicyLibrary library)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal) : (IEnumerable<string>)[];
        return new([.. files.Select(file => Read(file, library))]);
    }

    /// <summary>
    /// Reads them for policies that were changed since the files were written, without the lines that a policy no longer says. A
    /// brief without any line left is none.
    /// </summary>
    public static PolicyBriefs LoadWhatFits(string folder, PolicyLibrary library)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal) : (IEnumerable<string>)[];
        var aside = new List<(string, string, string)>();
        return new([.. files.Select(file => ReadWhatFits(file, library, aside))]) { SetAside = aside };
    }

    private static (string Policy, PolicyBrief? Brief) ReadWhatFits(
        string file,
        PolicyLibrary library,
        List<(string Policy, string Section, string Quote)> aside
    )
    {
        var read = Parse(file);
        var slug = read.Policy ?? "";
        if (library.Document(slug) is not { } policy)
        {
            return (slug, null);
        }

        var kept = new List<BriefLine>();
        foreach (var line in read.Lines ?? [])
        {
            if (Find(line, policy) is { } found)
            {
                kept.Add(found);
            }
            else
            {
                aside.Add((slug, line.Section ?? "", line.Quote ?? ""));
            }
        }

        return (slug, kept.Count == 0 ? null : new(slug, kept));
    }

    private static BriefLine? Find(Line line, PolicyDocument policy) =>
        policy.Sections.FirstOrDefault(section => section.KnownAs.Contains(line.Section ?? "")) is { } section
        && !string.IsNullOrWhiteSpace(line.Quote)
        && section.Clauses.FirstOrDefault(clause => clause.Text.Contains(line.Quote, StringComparison.Ordinal)) is { } clause
            ? new(section, clause, line.Quote)
            : null;

    private static (string Policy, PolicyBrief? Brief) Read(string file, PolicyLibrary library)
    {
        var read = Parse(file);
        var slug = read.Policy ?? throw new BriefFileException(file, "names no policy");
        if (library.Document(slug) is not { } policy)
        {
            return (slug, null);
        }

        var lines = read.Lines ?? [];
        return lines.Count is 0 or > MostLines
            ? throw new BriefFileException(file, $"must have one to {MostLines} lines")
            : (slug, new(slug, [.. lines.Select(line => Checked(file, line, policy))]));
    }

    private static BriefLine Checked(string file, Line line, PolicyDocument policy)
    {
        var section =
            policy.Sections.FirstOrDefault(section => section.Heading == line.Section)
            ?? throw new BriefFileException(file, $"names the section \"{line.Section}\", which the policy does not have");
        return
            !string.IsNullOrWhiteSpace(line.Quote)
            && section.Clauses.FirstOrDefault(clause => clause.Text.Contains(line.Quote, StringComparison.Ordinal)) is { } clause
            ? new(section, clause, line.Quote)
            : throw new BriefFileException(file, $"quotes \"{line.Quote}\", which the section \"{line.Section}\" does not say");
    }

    private static Contents Parse(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Contents>(File.ReadAllText(file), Json) ?? throw new BriefFileException(file, "is empty");
        }
        catch (JsonException fault)
        {
            throw new BriefFileException(file, $"is not valid JSON at line {(fault.LineNumber ?? 0) + 1}");
        }
    }

    private sealed record Contents(string? Policy, List<Line>? Lines);

    private sealed record Line(string? Section, string? Quote);
}
