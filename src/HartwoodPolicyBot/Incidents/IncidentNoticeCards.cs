using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Makes the message that tells a reporter that the report was seen, closed or reopened.</summary>
internal static class ReporterUpdateCard
{
    public static TeamsActivity Message(Incident incident, TimelineEntry step)
    {
        var sentence = Sentence(incident, step);
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = sentence,
                Body =
                [
                    new AdaptiveRichTextBlock(sentence),
                    .. step.Kind == TimelineKind.Closed && incident.Outcome is { } outcome
                        ? IncidentCard.Ended("Outcome", outcome, "What we learned", incident.Learning)
                        : Array.Empty<AdaptiveElement>(),
                ],
                Actions = [AdaptiveExecuteAction.Of("See my report", IncidentVerbs.See, IncidentVerbs.Id(incident, step.Number))],
            },
            sentence
        );
    }

    private static string Sentence(Incident incident, TimelineEntry step) =>
        step.Kind switch
        {
            TimelineKind.Closed => $"Your report {incident.Reference} has been closed. Thank you for raising it.",
            TimelineKind.Reopened => $"Your report {incident.Reference} has been reopened.",
            _ => $"{incident.Reference}: {step.By} has seen your report.",
        };
}

/// <summary>Makes the reminders and notices for the people who handle reports, beside the incident's card.</summary>
internal static class IncidentNoticeCards
{
    /// <summary>Returns what an incident's card says in the practice managers' own chats, where it went without a channel.</summary>
    public static string InChats(bool hasChannel) =>
        hasChannel
            ? "This is in the incidents channel too. You can deal with it here or there."
            : "I've sent this to each practice manager's own chat. Would you like them in a channel instead? Add me to the team and send "
                + "“@Hartwood Policy Bot use this channel” there.";

    /// <summary>Makes the message that tells whoever handles reports about the practice manager that one has not reached them.</summary>
    public static TeamsActivity SpeakUpUndelivered(Incident incident) =>
        Short(
            "A report hasn't reached you",
            $"{incident.Reference} is about the practice manager. I couldn't deliver it here, but I've saved it. Open the list to read it "
                + "or send it again.",
            incident
        );

    /// <summary>Returns the reminder as it should read now; null if nothing is left to remind of.</summary>
    public static TeamsActivity? Reminder(Incident incident, string which, DateTimeOffset now) =>
        which switch
        {
            _ when which == IncidentClocks.LatestBreach(incident, now) => Short(
                $"{incident.Reference}: data breach decision due",
                $"{Breach(incident.BreachDue!.Value, now)} Open the incident to record whether it's reportable, and why.",
                incident
            ),
            "complaint" when incident.ComplaintClockRuns => Short(
                $"{incident.Reference}: complaint to acknowledge",
                PracticeTime.DateOf(now) <= incident.ComplaintDue!.Value
                    ? $"Please acknowledge this complaint by {PracticeTime.Text(incident.ComplaintDue!.Value)} (3 working days), "
                        + "then open the incident and tick it off."
                    : $"This complaint was due to be acknowledged by {PracticeTime.Text(incident.ComplaintDue!.Value)}, so it's overdue. "
                        + "Please acknowledge it now, then open the incident and tick it off.",
                incident
            ),
            "new" when incident.State == IncidentState.New => Short(
                $"{incident.Reference}: not looked at yet",
                "This came in more than a working day ago. Please open the incident and acknowledge it.",
                incident
            ),
            _ => ActionReminder(incident, which, now),
        };

    private static TeamsActivity? ActionReminder(Incident incident, string which, DateTimeOffset now) =>
        incident.State == IncidentState.ActionsOpen
        && incident.Actions.FirstOrDefault(action => IncidentClocks.ActionReminder(action) == which && IncidentClocks.IsDue(action, now))
            is { } due
            ? Short(
                $"{incident.Reference}: an action is due",
                new AdaptiveRichTextBlock($"To do: {IncidentWords.Of(due)}. When it's done, please open the incident and mark it."),
                incident
            )
            : null;

    /// <summary>
    /// Returns the sentence about the 72 hours. If the bot was off, the last reminder may be sent after the deadline, and must
    /// then say that it has passed.
    /// </summary>
    private static string Breach(DateTimeOffset due, DateTimeOffset now) =>
        now < due
            ? $"Please decide by {PracticeTime.Deadline(due)}: that's 72 hours from when the practice became aware."
            : $"This was due by {PracticeTime.Deadline(due)}, 72 hours after the practice became aware, so it's overdue.";

    private static TeamsActivity Short(string title, string sentence, Incident incident) =>
        Short(title, new AdaptiveTextBlock(sentence), incident);

    private static TeamsActivity Short(string title, AdaptiveElement says, Incident incident) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body = [AdaptiveTextBlock.Heading(title), says],
                Actions =
                [
                    incident.Route == IncidentRoute.SpeakUp
                        ? IncidentVerbs.SpeakUpListButton()
                        : AdaptiveExecuteAction.Of("Open incident", IncidentVerbs.Open, IncidentVerbs.Id(incident)),
                ],
            },
            title
        );
}
