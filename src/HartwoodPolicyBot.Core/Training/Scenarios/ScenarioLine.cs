using System.Text.Json.Serialization;

namespace HartwoodPolicyBot.Core.Training.Scenarios;

/// <summary>
/// Represents a scenario as it is written down, in the file or by a practice manager, before it is checked against the policy.
/// </summary>
internal sealed record ScenarioLine
{
    /// <summary>The name of the scenario.</summary>
    public string? Id { get; init; }

    /// <summary>The number of the practice's revision; 0 for what is in the file.</summary>
    [JsonIgnore]
    public int Revision { get; init; }

    public string? Section { get; init; }

    public string? Audience { get; init; }

    public string? Scenario { get; init; }

    public List<string>? Options { get; init; }

    public int? Answer { get; init; }

    public string? Quote { get; init; }

    public string? Why { get; init; }
}
