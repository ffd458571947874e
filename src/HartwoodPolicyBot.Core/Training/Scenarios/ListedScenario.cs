using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Training.Scenarios;

/// <summary>Represents a scenario as practice managers see it in the list of all of them.</summary>
public sealed record ListedScenario
{
    private readonly ScenarioLine line;
    private readonly ScenarioRevision? revision;

    internal ListedScenario(string name, ScenarioLine line, ScenarioRevision? revision, string? doesNotFit, TrainingSection? section) =>
        (Name, this.line, this.revision, DoesNotFit, Section) = (name, line, revision, doesNotFit, section);

    /// <summary>The name, which stays the same when the scenario is changed.</summary>
    public string Name { get; }

    /// <summary>The id by which attempts store this revision.</summary>
    public string Id => ScenarioIds.Of(Name, Revision);

    /// <summary>The number of the practice's newest revision; 0 for one that is as it came with the bot.</summary>
    public int Revision => line.Revision;

    public bool IsSetAside => revision is { IsSetAside: true };

    /// <summary>Why it no longer fits the policy, so that nobody is asked it; null if it fits, or is set aside anyway.</summary>
    public string? DoesNotFit { get; }

    /// <summary>The section in force that it is based on; null if that is gone.</summary>
    public TrainingSection? Section { get; }

    /// <summary>The heading of the section, as it is called now or was called.</summary>
    public string Heading => Section?.Heading ?? line.Section!;

    /// <summary>The clause that decides, whole; null if the policy no longer has it.</summary>
    public string? Clause => Section?.Clauses.FirstOrDefault(clause => ScenarioFile.Says(clause, line.Quote));

    /// <summary>The words of the clause that it was based on.</summary>
    public string Quote => line.Quote!;

    public string Audience => line.Audience!;

    public string Text => line.Scenario!;

    public IReadOnlyList<string> Options => line.Options!;

    public int Answer => line.Answer!.Value;

    public string Why => line.Why!;

    /// <summary>Who changed it last and when; null for one that is as it came with the bot.</summary>
    public string? ChangedBy =>
        revision is { } changed ? $"{changed.ByName} on {PracticeTime.Text(PracticeTime.DateOf(changed.At))}" : null;

    internal ScenarioLine Line => line;
}
