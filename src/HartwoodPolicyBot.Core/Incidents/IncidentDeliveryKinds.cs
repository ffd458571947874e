using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Lists the kinds of deliveries of this feature, and the keys that make each of them happen once.</summary>
public static class IncidentDeliveryKinds
{
    /// <summary>The card in the channel.</summary>
    public const string Card = "incident";

    /// <summary>The card of a report about a practice manager.</summary>
    public const string SpeakUpCard = "speak-up-incident";

    /// <summary>A word to the reporter.</summary>
    public const string Told = "told";

    /// <summary>The same for a report about a practice manager.</summary>
    public const string SpeakUpTold = "speak-up-told";

    /// <summary>The card in a practice manager's own chat, where it goes while there is no channel.</summary>
    public const string NoChannel = "no-channel";

    /// <summary>A reminder in the thread of the card.</summary>
    public const string Reminder = "reminder";

    /// <summary>The same for a report about a practice manager.</summary>
    public const string SpeakUpReminder = "speak-up-reminder";

    /// <summary>A word to the reporter: a report about a practice manager has reached nobody.</summary>
    public const string Undelivered = "speak-up-undelivered";

    /// <summary>A word to whoever handles reports about a practice manager: one has not reached them.</summary>
    public const string SpeakUpNotice = "speak-up-notice";

    /// <summary>The cards of incidents and what their reporters hear, each kind with its words for people.</summary>
    public static IReadOnlyList<DeliveryKind> Cards { get; } =
    [
        new(Card, "Report to deal with"),
        new(SpeakUpCard, "Report to deal with", IsKeptFromManagers: true),
        new(Told, "Update on your report"),
        new(SpeakUpTold, "Update on your report", IsKeptFromManagers: true),
        new(Undelivered, "Your report that couldn't be delivered", IsKeptFromManagers: true),
    ];

    /// <summary>What those who handle incidents hear beside the cards, each kind with its words for people.</summary>
    public static IReadOnlyList<DeliveryKind> Notices { get; } =
    [
        new(NoChannel, "Report in a practice manager's own chat"),
        new(Reminder, "Reminder about a report"),
        new(SpeakUpReminder, "Reminder about a report", IsKeptFromManagers: true),
        new(SpeakUpNotice, "Report that couldn't be delivered", IsKeptFromManagers: true),
    ];

    public static string CardKey(Id<Incident> incident) => $"{Card}:{incident:N}";

    public static string ToldKey(Id<Incident> incident, int version) => $"{Told}:{incident:N}:{version}";

    public static string UndeliveredKey(Id<Incident> incident) => $"{Undelivered}:{incident:N}";

    public static string SpeakUpNoticeKey(Id<Incident> incident) => $"{SpeakUpNotice}:{incident:N}";

    public static string NoChannelKey(Id<Incident> incident, PersonId manager) => $"{NoChannel}:{incident:N}:{manager}";

    /// <param name="incident">The incident.</param>
    /// <param name="what">Which reminder, such as "breach-24".</param>
    public static string ReminderKey(Id<Incident> incident, string what) => $"{Reminder}:{incident:N}:{what}";

    /// <summary>The key of a reminder in a practice manager's own chat, where it goes while there is no channel.</summary>
    public static string ReminderKey(Id<Incident> incident, string what, PersonId manager) => $"{Reminder}:{incident:N}:{manager}:{what}";

    /// <summary>Which reminder a key is of.</summary>
    public static string ReminderIn(string key) => key[(key.LastIndexOf(':') + 1)..];
}
