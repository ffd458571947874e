using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Holds the verbs of the incident cards, and the names of what their buttons carry.</summary>
internal static class IncidentVerbs
{
    public const string Send = "incident-send";
    public const string SendReviewed = "incident-send-masked";
    public const string Edit = "incident-edit";
    public const string Cancel = "incident-cancel";
    public const string MyReports = "my-reports";
    public const string FindByCode = "incident-code";
    public const string See = "incident-see";
    public const string AddForm = "incident-add-form";
    public const string Add = "incident-add";
    public const string WithdrawForm = "incident-withdraw-form";
    public const string Withdraw = "incident-withdraw";
    public const string Acknowledge = "incident-acknowledge";
    public const string TakeOn = "incident-take-on";
    public const string Form = "incident-form";
    public const string Save = "incident-save";
    public const string Back = "incident-back";
    public const string More = "incident-more";
    public const string Timeline = "incident-timeline";
    public const string List = "incident-list";
    public const string Open = "incident-open";

    public const string SpeakUpList = "speak-up-list";
    public const string SpeakUpSee = "speak-up-see";
    public const string SpeakUpSendAgain = "speak-up-send-again";

    /// <summary>Names the input, and the kept value, for an anonymous reporter's code.</summary>
    public const string Code = "code";

    /// <summary>Names the input in which the reporter or a practice manager writes.</summary>
    public const string Text = "text";

    /// <summary>Names the kept value that says which page it is.</summary>
    public const string Page = "page";

    /// <summary>Names the kept value that says which form it is.</summary>
    public const string Which = "form";

    /// <summary>The card of an incident, which has the buttons of those who handle it.</summary>
    public static KeptCard Card { get; } =
        new(
            [IncidentDeliveryKinds.Card, IncidentDeliveryKinds.SpeakUpCard],
            click => Read(click.Id) is var (incident, _) ? IncidentDeliveryKinds.CardKey(incident) : null
        );

    /// <summary>Names the kept value that makes a press of a form happen once, even if Teams sends it again with another id.</summary>
    private const string Press = "press";

    /// <summary>Returns the kept values of a form's button, with a new key for its press.</summary>
    public static Dictionary<string, string> WithPress(IReadOnlyDictionary<string, string>? kept) =>
        new(kept ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [Press] = $"{Guid.NewGuid()}" };

    /// <summary>
    /// Returns the key of the form that was pressed, with these answers, because other answers are another press. Returns null for
    /// a card that has no key.
    /// </summary>
    public static string? PressIn(CardClick click, params IEnumerable<string> answers) =>
        Guid.TryParse(click.Kept(Press), out var key) ? string.Join('\n', answers.Select(click.Input).Prepend($"{key}")) : null;

    /// <summary>Returns the incident and the version on the card as "id.version".</summary>
    public static string Id(Incident incident) => Id(incident, incident.Version);

    public static string Id(Incident incident, int version) => $"{incident.Id}.{version}";

    /// <summary>Reads what <see cref="Id(Incident)"/> wrote; returns null for anything it can't have written.</summary>
    public static (Id<Incident> Incident, int Seen)? Read(string? id) =>
        id?.Split('.') is [var incident, var seen]
        && Ids.Read<Incident>(incident) is { } read
        && int.TryParse(seen, out var version)
        && version > 0
            ? (read, version)
            : null;

    /// <summary>
    /// Returns who clicked and where, as Teams states it, and the incident that the card names. The card's data can come from
    /// anybody, so it is checked later.
    /// </summary>
    public static IncidentRequest? RequestOf(ITurn turn, CardClick click) =>
        Read(click.Id) is var (incident, seen) ? new(incident, seen, Sender.IdOf(turn), Sender.NameOf(turn), Sender.PlaceOf(turn)) : null;

    public static AdaptiveExecuteAction SpeakUpListButton() => AdaptiveExecuteAction.Of("See these reports", SpeakUpList);

    public static AdaptiveExecuteAction MyReportsButton() => AdaptiveExecuteAction.Of("See my reports", MyReports);
}
