using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Training.Scenarios;

/// <summary>
/// Holds one revision of a training scenario that a practice manager has written, changed or set aside. Revisions are added, and
/// never changed: an attempt under way goes on with those that it was drawn from.
/// </summary>
public sealed class ScenarioRevision
{
    public const int LongestName = 60;

    /// <summary>The name of the scenario: the id in the file for one that came with the bot.</summary>
    public required string ScenarioName { get; init; }

    /// <summary>The number of the revision, from 1. What is in the file counts as 0.</summary>
    public int Number { get; init; }

    /// <summary>The heading of the section that decides, as it was called when this was written.</summary>
    public required string Section { get; init; }

    /// <summary>The clause that decides, word for word.</summary>
    public required string Quote { get; init; }

    /// <summary>Who it is for, as the file says it: "all", "clinical", "non-clinical" or "manager".</summary>
    public required string Audience { get; init; }

    /// <summary>The situation, with patients' identifiers hidden like all text here.</summary>
    public required string Text { get; init; }

    /// <summary>The options, each on a line of its own.</summary>
    public required string Options { get; init; }

    /// <summary>The right option, by its place from 0.</summary>
    public int Answer { get; init; }

    /// <summary>The reason, in plain words.</summary>
    public required string Why { get; init; }

    /// <summary>Whether it is set aside, so that no new attempt asks it.</summary>
    public bool IsSetAside { get; init; }

    /// <summary>The time when it was written, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The Entra id of the practice manager, in lower case.</summary>
    public required string ById { get; init; }

    /// <summary>Their name at that time.</summary>
    public required string ByName { get; init; }

    internal ScenarioLine Line =>
        new()
        {
            Id = ScenarioName,
            Revision = Number,
            Section = Section,
            Quote = Quote,
            Audience = Audience,
            Scenario = Text,
            Options = [.. Options.Split('\n')],
            Answer = Answer,
            Why = Why,
        };

    internal static ScenarioRevision Of(ScenarioLine line, bool isSetAside, DateTimeOffset at, ActingManager by) =>
        new()
        {
            ScenarioName = line.Id!,
            Number = line.Revision,
            Section = line.Section!,
            Quote = line.Quote!,
            Audience = line.Audience!,
            Text = line.Scenario!,
            Options = string.Join('\n', line.Options!),
            Answer = line.Answer!.Value,
            Why = line.Why!,
            IsSetAside = isSetAside,
            At = at,
            ById = by.Id.Value,
            ByName = by.Name,
        };
}
