using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training.Scenarios;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>
/// Holds the training on the version in force of one policy: its scenarios, and the groups that they are drawn from. When the policy is
/// published again, all of it is replaced at once.
/// </summary>
public sealed class TrainingModule
{
    /// <summary>The group of scenarios about sections that the file has in no group. An attempt need not meet it.</summary>
    private static readonly ClauseGroup Ungrouped = new("Other sections", []);
    private volatile Content current;

    /// <summary>Makes the training on a version of the policy.</summary>
    /// <param name="policy">The version.</param>
    /// <param name="groups">The groups that every attempt meets.</param>
    /// <param name="scenarios">The scenarios that are asked.</param>
    /// <param name="setAside">What no longer fits the policy.</param>
    /// <param name="earlier">Scenarios that no new attempt asks, but that an attempt under way may have.</param>
    public TrainingModule(
        TrainingPolicy policy,
        IReadOnlyList<ClauseGroup> groups,
        IReadOnlyList<Scenario> scenarios,
        IReadOnlyList<SetAsideScenario>? setAside = null,
        IReadOnlyList<Scenario>? earlier = null
    ) => current = new(policy, groups, scenarios, setAside ?? [], earlier ?? []);

    private TrainingModule(Content content) => current = content;

    public TrainingPolicy Policy => current.Policy;

    /// <summary>What no longer fits the policy: the ids of its scenarios, and why. Nobody is asked them.</summary>
    public IReadOnlyList<SetAsideScenario> SetAside => current.SetAside;

    /// <summary>Returns the training as it is now, which doesn't change while an attempt is drawn from it.</summary>
    public TrainingModule Now => new(current);

    /// <summary>Teaches another version from now on.</summary>
    public void Replace(TrainingModule next) => current = next.current;

    /// <summary>Says whether training is offered. It isn't when the practice has not given the bot the policy that is current.</summary>
    public bool IsOffered => current.Scenarios.Count > 0;

    public IReadOnlyList<ClauseGroup> Groups => current.Groups;

    public IReadOnlyList<Scenario> Scenarios => current.Scenarios;

    /// <summary>
    /// Returns the scenario with that id, also one that only attempts under way have. Returns null when there is none, because the
    /// file may have changed since the attempt began.
    /// </summary>
    public Scenario? Find(string id) => current.ById.GetValueOrDefault(id);

    /// <summary>Returns the id under which a scenario is asked now, although it may have been changed since somebody had it.</summary>
    public string NowAskedAs(string id) => current.IdByName.GetValueOrDefault(ScenarioIds.NameIn(id), id);

    /// <summary>Returns the group of a scenario.</summary>
    public ClauseGroup GroupOf(Scenario scenario) =>
        current.Groups.FirstOrDefault(group => group.Sections.Contains(scenario.Section, StringComparer.Ordinal)) ?? Ungrouped;

    /// <summary>
    /// Says whether this attempt can go on. It can't if the policy, or a scenario that is still to be asked, has changed since
    /// it began.
    /// </summary>
    public bool Fits(TrainingAttempt attempt) =>
        attempt.PolicyVersion == current.Policy.Version
        && attempt.Questions.All(question => Find(question.ScenarioId)?.Options.Count == question.Order.Count);

    /// <summary>Returns everybody's scenarios and this role's own.</summary>
    public IEnumerable<Scenario> For(StaffRole role) => current.Scenarios.Where(scenario => scenario.IsFor(role));

    private sealed record Content(
        TrainingPolicy Policy,
        IReadOnlyList<ClauseGroup> Groups,
        IReadOnlyList<Scenario> Scenarios,
        IReadOnlyList<SetAsideScenario> SetAside,
        IReadOnlyList<Scenario> Earlier
    )
    {
        public Dictionary<string, Scenario> ById { get; } =
            Scenarios.Concat(Earlier).ToDictionary(scenario => scenario.Id, StringComparer.Ordinal);

        public Dictionary<string, string> IdByName { get; } =
            Scenarios.ToDictionary(scenario => ScenarioIds.NameIn(scenario.Id), scenario => scenario.Id, StringComparer.Ordinal);
    }
}

/// <summary>Represents a scenario that no longer fits the policy, and the sentence that says why.</summary>
public sealed record SetAsideScenario(string Id, string Section, string Why);
