using System.Text.Json;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training.Scenarios;

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
    public static TrainingModule Load(string file, TrainingPolicy policy, TrainingOptions options)
    {
        var module = Module(file, Read(file), policy, (line, _) => Checked(file, line, policy));
        foreach (var role in Enum.GetValues<StaffRole>().Where(role => role != StaffRole.Unknown))
        {
            MustSuffice(file, module, role, options.Questions);
        }

        return module;
    }

    /// <summary>
    /// Returns the scenarios for a policy that was changed since the file was written. A scenario whose section is gone, or whose
    /// quotation the policy no longer has, is set aside. If too few are left for an attempt, no training is offered.
    /// </summary>
    /// <param name="file">The file, for what is said about it.</param>
    /// <param name="read">What is in the file, unchecked.</param>
    /// <param name="policy">The version of the policy.</param>
    /// <param name="options">How many scenarios an attempt needs.</param>
    /// <param name="practice">What practice managers have added, changed and set aside.</param>
    /// <exception cref="ScenarioFileException">A scenario does not fit the rules of the file.</exception>
    internal static TrainingModule WhatFits(
        string file,
        Contents read,
        TrainingPolicy policy,
        TrainingOptions options,
        IReadOnlyList<ScenarioRevision> practice
    )
    {
        var aside = new List<SetAsideScenario>();
        var all = ScenarioLines.Of(read.Scenarios ?? [], practice);
        var earlier = all.Earlier.Select(line => CheckedOrAside(file, line, policy, [])).OfType<Scenario>().ToList();
        var asked = read with { Scenarios = [.. all.Asked] };
        var module = Module(file, asked, policy, (line, faults) => CheckedOrAside(file, line, policy, faults), aside, earlier);
        try
        {
            foreach (var role in Enum.GetValues<StaffRole>().Where(role => role != StaffRole.Unknown))
            {
                MustSuffice(file, module, role, options.Questions);
            }

            return module;
        }
        catch (ScenarioFileException)
        {
            return new(policy, [], [], module.SetAside, earlier);
        }
    }

    private static Scenario? CheckedOrAside(string file, ScenarioLine line, TrainingPolicy policy, List<SetAsideScenario> aside)
    {
        var section = policy.Sections.FirstOrDefault(section => section.KnownAs.Contains(line.Section ?? ""));
        if (section is not null && section.Clauses.Any(clause => Says(clause, line.Quote)))
        {
            return Checked(file, line, policy);
        }

        aside.Add(
            new(
                line.Id ?? "",
                section?.Heading ?? line.Section ?? "",
                section is null
                    ? $"The section “{line.Section}” is gone."
                    : $"The section “{section.Heading}” no longer says “{line.Quote?.TrimEnd('.')}”."
            )
        );
        return null;
    }

    internal static bool Says(string clause, string? quote) =>
        !string.IsNullOrWhiteSpace(quote) && Plain(clause).Contains(Plain(quote), StringComparison.Ordinal);

    private static TrainingModule Module(
        string file,
        Contents read,
        TrainingPolicy policy,
        Func<ScenarioLine, List<SetAsideScenario>, Scenario?> check,
        List<SetAsideScenario>? aside = null,
        IReadOnlyList<Scenario>? earlier = null
    )
    {
        aside ??= [];
        var scenarios = (read.Scenarios ?? []).Select(line => check(line, aside)).OfType<Scenario>().ToList();

        // A group may name a section by the heading that it had before; one whose sections have no scenario left is no group any more.
        var groups = (read.Groups ?? []).ConvertAll(group => new ClauseGroup(
            group.Name ?? "",
            [.. (group.Sections ?? []).Select(heading => NowCalled(heading, policy))]
        ));
        if (aside.Count > 0 || earlier is { Count: > 0 })
        {
            groups.RemoveAll(group => !scenarios.Exists(scenario => group.Sections.Contains(scenario.Section)));
        }

        if (scenarios.GroupBy(scenario => scenario.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ScenarioFileException(file, $"has the id {twice.Key} twice");
        }

        if (
            // A practice manager may write about any section; only the file has to say which group each belongs to.
            scenarios.FirstOrDefault(scenario =>
                scenario.Id == ScenarioIds.NameIn(scenario.Id)
                && !groups.Exists(group => group.Sections.Contains(scenario.Section, StringComparer.Ordinal))
            ) is
            { } stray
        )
        {
            throw new ScenarioFileException(file, $"has no group for the section \"{stray.Section}\" of scenario {stray.Id}");
        }

        return new(policy, groups, scenarios, aside, earlier);
    }

    private static string NowCalled(string heading, TrainingPolicy policy) =>
        policy.Sections.FirstOrDefault(section => section.KnownAs.Contains(heading))?.Heading ?? heading;

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

    private static Scenario Checked(string file, ScenarioLine line, TrainingPolicy policy)
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
            policy.Sections.FirstOrDefault(section => section.KnownAs.Contains(line.Section ?? ""))
            ?? throw Wrong($"the policy has no section \"{line.Section}\"");
        var clause =
            section.Clauses.FirstOrDefault(clause => Says(clause, line.Quote))
            ?? throw Wrong($"the section \"{line.Section}\" does not say \"{line.Quote}\"");
        return new()
        {
            Id = ScenarioIds.Of(line.Id, line.Revision),
            Section = section.Heading,
            SectionId = section.Id,
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

    /// <summary>Reads the file without checking its scenarios.</summary>
    internal static Contents Read(string file)
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

    /// <summary>Holds what is in a scenario file, as it is written.</summary>
    internal sealed record Contents(string? Policy, List<Group>? Groups, List<ScenarioLine>? Scenarios);

    internal sealed record Group(string? Name, List<string>? Sections);
}
