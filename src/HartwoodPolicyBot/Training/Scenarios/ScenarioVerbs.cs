using System.Globalization;
using HartwoodPolicyBot.Core.Training.Scenarios;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training.Scenarios;

/// <summary>Holds the verbs of the cards with which practice managers look after the scenarios, and what they carry.</summary>
internal static class ScenarioVerbs
{
    public const string Command = "training scenarios";
    public const string ToMendCommand = "scenarios to mend";
    public const string List = "training-scenarios";
    public const string Find = "training-scenario-find";
    public const string ToMend = "training-scenarios-to-mend";
    public const string See = "training-scenario";
    public const string New = "training-scenario-new";
    public const string Change = "training-scenario-change";
    public const string ChooseSection = "training-scenario-section";
    public const string Write = "training-scenario-write";
    public const string Check = "training-scenario-check";
    public const string Save = "training-scenario-save";
    public const string SetAside = "training-scenario-aside";
    public const string Use = "training-scenario-use";

    /// <summary>Names of inputs and kept values.</summary>
    public const string Words = "words";
    public const string Section = "section";
    public const string Clause = "clause";
    public const string Audience = "audience";
    public const string Text = "text";
    public const string Right = "right";
    public const string Why = "why";
    public const string About = "about";

    public static string Option(int place) => string.Create(CultureInfo.InvariantCulture, $"option{place}");

    /// <summary>Returns the name of a scenario and the revision on the card, as "name:revision".</summary>
    public static string IdOf(ListedScenario scenario) => IdOf(scenario.Name, scenario.Revision);

    public static string IdOf(string name, int revision) => string.Create(CultureInfo.InvariantCulture, $"{name}:{revision}");

    /// <summary>Reads what <see cref="IdOf(ListedScenario)"/> wrote; null for anything that it can't have written.</summary>
    public static (string Name, int Seen)? Read(string? id) =>
        id?.Split(':') is [{ Length: > 0 and <= ScenarioRevision.LongestName } name, var revision]
        && int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
        && seen < int.MaxValue
            ? (name, seen)
            : null;

    /// <summary>Returns what was filled in, or what an earlier card has kept of it.</summary>
    public static WrittenScenario WrittenIn(CardClick click)
    {
        return new(
            Of(Clause),
            click.Input(Audience) ?? click.Kept(Audience) ?? "all",
            Of(Text),
            [.. Enumerable.Range(0, WrittenScenario.MostOptions).Select(place => Of(Option(place)))],
            Of(Right),
            Of(Why)
        );

        string Of(string name) => click.Input(name) ?? click.Kept(name) ?? "";
    }

    /// <summary>Returns the values that a card keeps of what was written, so that the next card has it.</summary>
    public static Dictionary<string, string> Kept(WrittenScenario written, string? section, string? about)
    {
        var values = new (string Name, string? Value)[]
        {
            (Section, section),
            (About, about),
            (Clause, written.ClauseKey),
            (Audience, written.Audience),
            (Text, written.Text),
            (Right, written.Right),
            (Why, written.Why),
        }.Concat(written.Options.Select((option, place) => (Name: Option(place), Value: (string?)option)));
        return values
            .Where(value => value.Value is { Length: > 0 })
            .ToDictionary(value => value.Name, value => value.Value!, StringComparer.Ordinal);
    }
}
