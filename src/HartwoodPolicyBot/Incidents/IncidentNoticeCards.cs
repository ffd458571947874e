using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Makes the message that tells a reporter of one step.</summary>
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
            TimelineKind.Acknowledged => $"{incident.Reference}: {step.By} has read your report.",
            TimelineKind.TakenOn => $"{incident.Reference}: {step.By} is looking into your report.",
            TimelineKind.Noted => $"{incident.Reference}: {step.By} made a note on your report.",
            TimelineKind.Graded => $"{incident.Reference}: {step.By} graded how serious it is.",
            TimelineKind.PassedOn => $"{incident.Reference}: {step.By} marked who else should know.",
            TimelineKind.ActionsChanged => $"{incident.Reference}: {step.By} changed what is to be done.",
            TimelineKind.Decided => $"{incident.Reference}: {step.By} recorded the data protection decision.",
            TimelineKind.ComplaintAcknowledged => $"{incident.Reference}: the complaint has been acknowledged.",
            TimelineKind.Closed => $"{incident.Reference} is closed. Thank you for reporting it.",
            TimelineKind.Reopened => $"{incident.Reference} is open again.",
            _ => $"{incident.Reference}: there is news about your report.",
        };
}

/// <summary>Makes the reminders and notices for the people who handle reports, beside the incident's card.</summary>
internal static class IncidentNoticeCards
{
    /// <summary>Returns what an incident's card says in the practice managers' own chats, where it went without a channel.</summary>
    public static string InChats(bool hasChannel) =>
        hasChannel
            ? "This is in the incidents channel too. You can deal with it here or there."
            : "I have no channel for reports, so I send this to each practice manager's own chat. To get reports in a channel, "
                + "add me to a team and type “@Hartwood Policy Bot use this channel” there.";

    /// <summary>Makes the message that tells whoever handles reports about the practice manager that one has not reached them.</summary>
    public static TeamsActivity SpeakUpUndelivered(Incident incident) =>
        Short(
            "A report has not reached you",
            $"{incident.Reference} is about the practice manager, and I could not deliver it here. It is kept. Open the list to read it, "
                + "or to have it sent again.",
            incident
        );

    /// <summary>Returns the reminder as it should read now; null if nothing is left to remind of.</summary>
    public static TeamsActivity? Reminder(Incident incident, string which, DateTimeOffset now) =>
        which switch
        {
            _ when which == IncidentClocks.LatestBreach(incident, now) => Short(
                $"{incident.Reference}: data breach to decide",
                $"No decision is recorded yet. Reported or not, {Breach(incident.BreachDue!.Value, now)}. Please record "
                    + "the decision and its reason on the card above.",
                incident
            ),
            "complaint" when incident.ComplaintClockRuns => Short(
                $"{incident.Reference}: complaint to acknowledge",
                PracticeTime.DateOf(now) <= incident.ComplaintDue!.Value
                    ? $"The complaint should be acknowledged by {PracticeTime.Text(incident.ComplaintDue!.Value)}, the third "
                        + "working day. Please record it on the card above."
                    : $"The complaint should have been acknowledged by {PracticeTime.Text(incident.ComplaintDue!.Value)}, the "
                        + "third working day, and is late. Please acknowledge it now and record it on the card above.",
                incident
            ),
            "new" when incident.State == IncidentState.New => Short(
                $"{incident.Reference}: nobody has looked yet",
                "This report has been new for more than a working day. Please acknowledge it or take it on, on the card above.",
                incident
            ),
            _ => null,
        };

    /// <summary>
    /// Returns the sentence about the 72 hours. If the bot was off, the last reminder may be sent after the deadline, and must
    /// then say that it has passed.
    /// </summary>
    private static string Breach(DateTimeOffset due, DateTimeOffset now) =>
        now < due
            ? $"it is due by {PracticeTime.Deadline(due)}, 72 hours after the practice knew"
            : $"it was due by {PracticeTime.Deadline(due)}, 72 hours after the practice knew, and is late";

    private static TeamsActivity Short(string title, string sentence, Incident incident) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body = [AdaptiveTextBlock.Heading(title), new AdaptiveTextBlock(sentence)],
                Actions =
                [
                    incident.Route == IncidentRoute.SpeakUp
                        ? IncidentVerbs.SpeakUpListButton()
                        : AdaptiveExecuteAction.Of("Status", BotVerbs.Status, incident.Reference),
                ],
            },
            title
        );
}
