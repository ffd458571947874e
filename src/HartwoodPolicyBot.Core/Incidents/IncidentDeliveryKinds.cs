using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>The kinds of deliveries of this feature, and the keys that make each of them happen once.</summary>
public static class IncidentDeliveryKinds
{
    /// <summary>The card in the channel.</summary>
    public const string Card = "incident";

    /// <summary>The card of a report about a practice manager.</summary>
    public const string SpeakUpCard = Delivery.PlannedDelivery.PrivatePrefix + "incident";

    /// <summary>A word to the reporter.</summary>
    public const string Told = "told";

    /// <summary>A word to a practice manager: a report has come, and no channel is set.</summary>
    public const string NoChannel = "no-channel";

    /// <summary>A reminder in the thread of the card.</summary>
    public const string Reminder = "reminder";

    /// <summary>The same for a report about a practice manager.</summary>
    public const string SpeakUpReminder = Delivery.PlannedDelivery.PrivatePrefix + "reminder";

    /// <summary>A word to the reporter: a report about a practice manager has reached nobody.</summary>
    public const string Undelivered = Delivery.PlannedDelivery.PrivatePrefix + "undelivered";

    public static string CardKey(Id<Incident> incident) => $"{Card}:{incident:N}";

    public static string ToldKey(Id<Incident> incident, int version) => $"{Told}:{incident:N}:{version}";

    public static string UndeliveredKey(Id<Incident> incident) => $"{Undelivered}:{incident:N}";

    public static string NoChannelKey(Id<Incident> incident, PersonId manager) => $"{NoChannel}:{incident:N}:{manager}";

    /// <param name="incident">The incident.</param>
    /// <param name="what">Which reminder, such as "breach-24".</param>
    public static string ReminderKey(Id<Incident> incident, string what) => $"{Reminder}:{incident:N}:{what}";

    /// <summary>Which reminder a key is of.</summary>
    public static string ReminderIn(string key) => key[(key.LastIndexOf(':') + 1)..];
}
