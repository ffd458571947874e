using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>
/// Makes the receipt that replaces the form when a report has been stored. An anonymous reporter's shows only the code, because
/// a reference or a time would lead from the report to the chat in which the receipt stands.
/// </summary>
internal static class ReportReceiptCard
{
    /// <param name="incident">The report that was stored.</param>
    /// <param name="code">The code of an anonymous report; null if it isn't anonymous.</param>
    /// <param name="destination">Where the report goes.</param>
    public static TeamsActivity Message(Incident incident, string? code, ReportDestination destination) =>
        CardMessage.Of(Card(incident, code, destination, OwnReportCard.Buttons(incident, code)), Title(incident));

    /// <summary>
    /// Makes the receipt for a dialog. It has no buttons, because a dialog ends here and updates go to the person's own chat.
    /// </summary>
    public static AdaptiveCard ForDialog(Incident incident, string? code, ReportDestination destination) =>
        Card(incident, code, destination, null);

    private static AdaptiveCard Card(
        Incident incident,
        string? code,
        ReportDestination destination,
        IReadOnlyList<AdaptiveAction>? actions
    ) =>
        new()
        {
            FallbackText = Title(incident),
            Body =
            [
                AdaptiveTextBlock.Heading("Thank you. We've got your report"),
                new AdaptiveFactSet
                {
                    Facts =
                    [
                        .. incident.MayBeNamedToReporter ? Named(incident) : [],
                        .. code is null ? Array.Empty<AdaptiveFact>() : [new("Your code", code)],
                    ],
                },
                .. code is null
                    ? Array.Empty<AdaptiveElement>()
                    :
                    [
                        new AdaptiveTextBlock(
                            "Keep this code safe. It's the only way to check on your report, and I can't show it again. "
                                + (actions is null ? "To use it, send “my reports” in our private chat." : "To use it, tap See my reports.")
                        )
                        {
                            Weight = "Bolder",
                        },
                    ],
                AdaptiveTextBlock.PartHeading("What happens next"),
                new AdaptiveTextBlock(Next(incident, destination)) { Spacing = "Small" },
            ],
            Actions = actions,
        };

    /// <summary>Returns what would lead from the report to this chat, so an anonymous reporter does not get it.</summary>
    private static IEnumerable<AdaptiveFact> Named(Incident incident) =>
        [
            new("Reference", incident.Reference),
            new("Sent", IncidentWords.WhenReported(incident)),
            .. Day("Happened", incident.HappenedOn),
            .. Day("Noticed", incident.NoticedOn),
        ];

    /// <summary>Says a day again that was chosen in the form, because clients write days in different ways.</summary>
    private static IEnumerable<AdaptiveFact> Day(string title, DateOnly? day) =>
        day is { } chosen ? [new(title, PracticeTime.Text(chosen))] : [];

    private static string Title(Incident incident) =>
        incident.MayBeNamedToReporter ? $"{incident.Reference}: we've got your report" : "We've got your report";

    private static string Next(Incident incident, ReportDestination destination)
    {
        var told =
            incident.Appearance == ReporterVisibility.Anonymous
                ? "As you're anonymous, we can't contact you. Use your code to check for updates."
                : "I'll tell you here when someone has seen it, and when it's closed.";
        return $"{Where(destination)} {told}";
    }

    private static string Where(ReportDestination destination)
    {
        const string Soon = "should look at it within 1 working day.";
        return destination switch
        {
            ReportDestination.Chats => $"I'm sending it to the practice manager's own chat. They {Soon}",
            ReportDestination.Nobody => "I've saved it, but I can't reach the practice manager yet. I'll send it as soon as I can. If it's "
                + "urgent, please speak to them directly.",
            ReportDestination.SpeakUp => $"I'm sending it to the person who deals with reports about the practice manager. They {Soon}",
            _ => $"I'm posting it in the incidents channel, and everyone there can read it. The practice manager {Soon}",
        };
    }
}
