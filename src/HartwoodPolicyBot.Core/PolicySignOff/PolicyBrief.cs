using System.Text.Json;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>What a policy asks of people, in a few lines: each is the policy's own words.</summary>
public sealed record PolicyBrief(string PolicySlug, IReadOnlyList<BriefLine> Lines);

/// <param name="Section">The section that says so.</param>
/// <param name="Clause">The clause that is quoted.</param>
/// <param name="Quote">Its words, or some of them, verbatim.</param>
public sealed record BriefLine(PolicySection Section, Clause Clause, string Quote);

/// <summary>A brief cannot be used; the message says which line, and why.</summary>
public sealed class BriefFileException(string file, string fault) : Exception($"The brief {Path.GetFileName(file)} {fault}.");

/// <summary>The briefs of all policies, held against their text at the start: nothing is put into the policy's mouth.</summary>
public sealed class PolicyBriefs
{
    /// <summary>More cannot be read at a glance.</summary>
    private const int MostLines = 7;

    /// <summary>As many as the shipped brief has.</summary>
    private const int MostQuoted = 5;

    /// <summary>A longer sentence is left to the whole text; none is cut.</summary>
    private const int LongestQuote = 300;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Dictionary<string, PolicyBrief> bySlug;

    private PolicyBriefs(IReadOnlyList<(string Policy, PolicyBrief? Brief)> read)
    {
        Policies = [.. read.Select(file => file.Policy).Distinct(StringComparer.Ordinal)];
        bySlug = read.Select(file => file.Brief).OfType<PolicyBrief>().ToDictionary(brief => brief.PolicySlug, StringComparer.Ordinal);
    }

    /// <summary>The policies that there is a brief for, whether or not they are there.</summary>
    public IReadOnlyList<string> Policies { get; }

    /// <summary>The lines of a policy; none for a policy without a brief.</summary>
    public IReadOnlyList<BriefLine> Of(PolicyDocument policy) => bySlug.TryGetValue(policy.Slug, out var brief) ? brief.Lines : [];

    /// <summary>
    /// What is quoted of a policy for which nobody chose lines: the first sentence of each of its first sections that
    /// says something by itself.
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

    /// <summary>Reads every .json file of <paramref name="folder"/> whose policy the practice has.</summary>
    /// <exception cref="BriefFileException">A line is not in the policy.</exception>
    public static PolicyBriefs Load(string folder, PolicyLibrary library)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal) : (IEnumerable<string>)[];
        return new([.. files.Select(file => Read(file, library))]);
    }

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
            throw new BriefFileException(file, $"is no valid JSON at line {(fault.LineNumber ?? 0) + 1}");
        }
    }

    private sealed record Contents(string? Policy, List<Line>? Lines);

    private sealed record Line(string? Section, string? Quote);
}
