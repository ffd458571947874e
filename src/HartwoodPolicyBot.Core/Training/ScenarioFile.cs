using System.Text.Json;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>Reads the scenarios of a training and checks them against the policy, so that nothing wrong is taught.</summary>
public static class ScenarioFile
{
    private const int FewestOptions = 2;

    /// <summary>The most options, A to F. A card with more can't be read on a phone.</summary>
    private const int MostOptions = 6;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Returns the slug of the policy that the file teaches.</summary>
    public static string PolicyOf(string file) => Read(file).Policy ?? throw new ScenarioFileException(file, "names no policy");

    /// <summary>Reads and checks a scenario file.</summary>
    /// <exception cref="ScenarioFileException">A scenario does not fit the policy or the rules of the file.</exception>
    public static TrainingModule Load(string file, TaughtPolicy policy, TrainingOptions options)
    {
        var read = Read(file);
        var groups = (read.Groups ?? []).Select(group => new ClauseGroup(group.Name ?? "", group.Sections ?? [])).ToList();
        var scenarios = (read.Scenarios ?? []).Select(line => Checked(file, line, policy)).ToList();
        if (scenarios.GroupBy(scenario => scenario.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ScenarioFileException(file, $"has the id {twice.Key} twice");
        }

        if (
            scenarios.FirstOrDefault(scenario =>
                !groups.Exists(group => group.Sections.Contains(scenario.Section, StringComparer.Ordinal))
            ) is
            { } stray
        )
        {
            throw new ScenarioFileException(file, $"has no group for the section \"{stray.Section}\" of scenario {stray.Id}");
        }

        var module = new TrainingModule(policy, groups, scenarios);
        foreach (var role in Enum.GetValues<StaffRole>().Where(role => role != StaffRole.Unknown))
        {
            MustSuffice(file, module, role, options.Questions);
        }

        return module;
    }

    private static void MustSuffice(string file, TrainingModule module, StaffRole role, int questions)
    {
        var own = module.For(role).ToList();
        if (own.Count < questions || module.Groups.Count > questions)
        {
            throw new ScenarioFileException(
                file,
                $"cannot fill {questions} questions for the role {role} with every group met (Training:Questions)"
            );
        }

        if (module.Groups.FirstOrDefault(group => !own.Exists(scenario => module.GroupOf(scenario) == group)) is { } empty)
        {
            throw new ScenarioFileException(file, $"has no scenario of the group \"{empty.Name}\" for the role {role}");
        }
    }

    private static Scenario Checked(string file, Line line, TaughtPolicy policy)
    {
        ScenarioFileException Wrong(string what) => new(file, $"is wrong at scenario {line.Id ?? "without id"}: {what}");
        var options = line.Options ?? [];
        if (string.IsNullOrWhiteSpace(line.Id) || line.Id.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '-'))
        {
            throw Wrong("an id is letters, digits and dashes");
        }

        if (string.IsNullOrWhiteSpace(line.Scenario) || string.IsNullOrWhiteSpace(line.Why))
        {
            throw Wrong("scenario and why must say something");
        }

        if (
            options.Count is < FewestOptions or > MostOptions
            || options.Distinct(StringComparer.OrdinalIgnoreCase).Count() != options.Count
            || options.Exists(string.IsNullOrWhiteSpace)
        )
        {
            throw Wrong($"it needs {FewestOptions} to {MostOptions} different options");
        }

        if (line.Answer is not { } answer || answer < 0 || answer >= options.Count)
        {
            throw Wrong("answer must be the number of one option, from 0");
        }

        var section =
            policy.Sections.FirstOrDefault(section => section.Heading == line.Section)
            ?? throw Wrong($"the policy has no section \"{line.Section}\"");
        var clause =
            section.Clauses.FirstOrDefault(clause =>
                !string.IsNullOrWhiteSpace(line.Quote) && Plain(clause).Contains(Plain(line.Quote), StringComparison.Ordinal)
            ) ?? throw Wrong($"the section \"{line.Section}\" does not say \"{line.Quote}\"");
        return new()
        {
            Id = line.Id,
            Section = section.Heading,
            Audience = AudienceOf(line.Audience) ?? throw Wrong("audience must be all, clinical, non-clinical or manager"),
            Text = line.Scenario,
            Options = options,
            Answer = answer,
            Clause = clause,
            Address = section.Address,
            Why = line.Why,
        };
    }

    /// <summary>Apostrophes are typed in two ways, so they are made the same. No other difference is accepted.</summary>
    private static string Plain(string text) => text.Replace('’', '\'');

    private static Audience? AudienceOf(string? audience) =>
        audience switch
        {
            "all" => new(null),
            "clinical" => new(StaffRole.Clinical),
            "non-clinical" => new(StaffRole.NonClinical),
            "manager" => new(StaffRole.Manager),
            _ => null,
        };

    private static Contents Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Contents>(File.ReadAllText(file), Json) ?? throw new ScenarioFileException(file, "is empty");
        }
        catch (JsonException fault)
        {
            throw new ScenarioFileException(file, $"is not valid JSON at line {(fault.LineNumber ?? 0) + 1}");
        }
        catch (IOException)
        {
            throw new ScenarioFileException(file, "cannot be read");
        }
    }

    private sealed record Audience(StaffRole? Role)
    {
        public static implicit operator StaffRole?(Audience audience) => audience.Role;
    }

    private sealed record Contents(string? Policy, List<Group>? Groups, List<Line>? Scenarios);

    private sealed record Group(string? Name, List<string>? Sections);

    private sealed record Line
    {
        public string? Id { get; init; }

        public string? Section { get; init; }

        public string? Audience { get; init; }

        public string? Scenario { get; init; }

        public List<string>? Options { get; init; }

        public int? Answer { get; init; }

        public string? Quote { get; init; }

        public string? Why { get; init; }
    }
}
