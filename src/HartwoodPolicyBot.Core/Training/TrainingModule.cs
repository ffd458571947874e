using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>The training on one version of one policy: its scenarios, and the groups that they are drawn from.</summary>
public sealed class TrainingModule(TaughtPolicy policy, IReadOnlyList<ClauseGroup> groups, IReadOnlyList<Scenario> scenarios)
{
    private readonly Dictionary<string, Scenario> byId = scenarios.ToDictionary(scenario => scenario.Id, StringComparer.Ordinal);

    public TaughtPolicy Policy => policy;

    /// <summary>Says whether training is offered. It isn't when the practice has not given the bot the policy that is taught.</summary>
    public bool IsOffered => scenarios.Count > 0;

    public IReadOnlyList<ClauseGroup> Groups => groups;

    public IReadOnlyList<Scenario> Scenarios => scenarios;

    /// <summary>
    /// Returns the scenario with that id. Returns null when there is none, because the file may have changed since the attempt
    /// began.
    /// </summary>
    public Scenario? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Returns the group of a scenario.</summary>
    public ClauseGroup GroupOf(Scenario scenario) =>
        groups.First(group => group.Sections.Contains(scenario.Section, StringComparer.Ordinal));

    /// <summary>
    /// Says whether this attempt can go on. It can't if the policy, or a scenario that is still to be asked, has changed since
    /// it began.
    /// </summary>
    public bool Fits(TrainingAttempt attempt) =>
        attempt.PolicyVersion == policy.Version
        && attempt.Questions.All(question => Find(question.ScenarioId)?.Options.Count == question.Order.Count);

    /// <summary>Returns everybody's scenarios and this role's own.</summary>
    public IEnumerable<Scenario> For(StaffRole role) => scenarios.Where(scenario => scenario.IsFor(role));
}
