using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Incidents;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Holds what cards say about reports about the practice manager: who sees them, and whom to go to instead.</summary>
internal static class SpeakUpWords
{
    /// <summary>Returns who alone sees a report about the practice manager; null for other reports.</summary>
    public static string? OnlySeenBy(Incident incident, ChannelOptions options) =>
        incident.Route == IncidentRoute.SpeakUp
            ? $"This report is about the practice manager or a deputy. {OnlySeenBy(options, "it")}"
            : null;

    public static string OnlySeenBy(ChannelOptions options, string what) =>
        options.SpeakUpId is null ? $"Only the people in this channel can see {what}." : $"Only you can see {what}.";

    public static string NoteIsSeenBy(Incident incident) =>
        incident.Route == IncidentRoute.SpeakUp
            ? "Only people who get reports about the practice manager will see this"
            : "Everyone who deals with this report will see this";

    /// <summary>
    /// Returns what the report form says at the top where a report about the practice manager can be sent to nobody; null where
    /// it can.
    /// </summary>
    public static string? GoElsewhere(ChannelOptions options) =>
        options.HasSpeakUpWay
            ? null
            : "If it's about the practice manager or a deputy, I have no one else to send it to. "
                + $"Please speak to {options.SpeakUpInstead} instead.";
}
