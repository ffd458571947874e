using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>What a reporter gets, in the place of the form.</summary>
internal static class ReceiptCard
{
    /// <param name="incident">Their report.</param>
    /// <param name="code">For an anonymous one.</param>
    public static Activity Message(Incident incident, string? code) =>
        CardMessage.Of(Card(incident, code, OwnReportCard.Buttons(incident, code)), $"{incident.Reference}: your report is in");

    /// <summary>Without buttons: a dialog ends here, and what comes next is in the person's own chat.</summary>
    public static AdaptiveCard ForDialog(Incident incident, string? code) => Card(incident, code, null);

    private static AdaptiveCard Card(Incident incident, string? code, IReadOnlyList<CardAction>? actions) =>
        new()
        {
            FallbackText = $"{incident.Reference}: your report is in",
            Body =
            [
                TextBlock.Heading("Thank you, your report is in"),
                new FactSet
                {
                    Facts =
                    [
                        new("Reference", incident.Reference),
                        new("Sent", PracticeTime.Text(incident.ReportedAt)),
                        .. code is null ? Array.Empty<CardFact>() : [new("Your code", code)],
                    ],
                },
                .. code is null
                    ? Array.Empty<CardElement>()
                    :
                    [
                        new TextBlock(
                            "Write the code down: it is the only way to follow this up, and I cannot show it again. Type my reports and enter it there."
                        )
                        {
                            Weight = "Bolder",
                        },
                    ],
                TextBlock.Subtle("What happens next"),
                new TextBlock(Next(incident)) { Spacing = "Small" },
            ],
            Actions = actions,
        };

    private static string Next(Incident incident)
    {
        var who = incident.Route == IncidentRoute.SpeakUp ? "The person for reports about the practice manager" : "The practice manager";
        var told =
            incident.Appearance == Appearance.Anonymous
                ? "Nobody can write to you, so look it up with your code."
                : "I tell you here about each step.";
        var clock = incident.BreachDue is { } due
            ? $" A patient might be recognised, so a decision about data protection is due by {PracticeTime.Deadline(due)}."
            : "";
        return $"{who} gets it now, and is reminded when nobody has looked after a working day. {told}{clock}";
    }
}
