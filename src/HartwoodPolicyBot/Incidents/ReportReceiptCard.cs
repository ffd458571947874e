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
                AdaptiveTextBlock.Heading("Thank you, your report is in"),
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
                            "Write the code down: it is the only way to follow this up, and I cannot show it again. Type my "
                                + "reports and enter it there."
                        )
                        {
                            Weight = "Bolder",
                        },
                    ],
                AdaptiveTextBlock.Subtle("What happens next"),
                new AdaptiveTextBlock(Next(incident, destination)) { Spacing = "Small" },
            ],
            Actions = actions,
        };

    /// <summary>Returns what would lead from the report to this chat, so an anonymous reporter does not get it.</summary>
    private static IEnumerable<AdaptiveFact> Named(Incident incident) =>
        [
            new("Reference", incident.Reference),
            new("Sent", IncidentWords.WhenReported(incident)),
            .. Day("Happened on", incident.HappenedOn),
            .. Day("Noticed on", incident.NoticedOn),
        ];

    /// <summary>Says a day again that was chosen in the form, because clients write days in different ways.</summary>
    private static IEnumerable<AdaptiveFact> Day(string title, DateOnly? day) =>
        day is { } chosen ? [new(title, PracticeTime.Text(chosen))] : [];

    private static string Title(Incident incident) =>
        incident.MayBeNamedToReporter ? $"{incident.Reference}: your report is in" : "Your report is in";

    private static string Next(Incident incident, ReportDestination destination)
    {
        var told =
            incident.Appearance == ReporterVisibility.Anonymous
                ? "Nobody can write to you, so look it up with your code."
                : "I tell you here about each step.";
        var clock = incident is { MayBeNamedToReporter: true, BreachDue: { } due }
            ? $" A patient might be recognised, so a decision about data protection is due by {PracticeTime.Deadline(due)}."
            : "";
        return $"{Where(destination)} {told}{clock}";
    }

    private static string Where(ReportDestination destination)
    {
        const string Reminded = "is reminded when nobody has looked after a working day.";
        return destination switch
        {
            ReportDestination.Chats => "There is no channel for reports yet. I'm sending it to the practice manager's own chat with me. "
                + $"The practice manager {Reminded}",
            ReportDestination.Nobody => "I've kept it, but I can't reach the practice manager yet. I'll send it as soon as I can. If it "
                + "can't wait, please tell them yourself.",
            ReportDestination.SpeakUp => $"The person for reports about the practice manager gets it now, and {Reminded}",
            _ => $"The practice manager gets it now, and {Reminded}",
        };
    }
}
