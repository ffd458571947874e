using AdaptiveCards;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Makes the card that is shown before a report is stored if patients' details were found in it.</summary>
internal static class IdentifierCheckCard
{
    public static TeamsActivity Message(Guid form, ReportForm read) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Title,
                Body = Body(read),
                Actions = [.. Buttons(form, read)],
            },
            Title
        );

    public static AdaptiveCard ForDialog(Guid form, ReportForm read) =>
        new()
        {
            FallbackText = Title,
            Body = Body(read),
            Actions = [.. Buttons(form, read).Select(button => button.Fallback!)],
        };

    private const string Title = "Patients' details found: not sent yet";

    private static IReadOnlyList<AdaptiveElement> Body(ReportForm read) =>
        [
            AdaptiveTextBlock.Heading("Before I send this"),
            new AdaptiveTextBlock(
                $"I found what looks like patients' details: {Found(read)}. I have put words in their place, and the "
                    + "originals are not kept. Not sent yet."
            ),
            .. new[] { ReportForm.What, ReportForm.Platform, ReportForm.Link, ReportForm.Done }
                .Where(field => read.Masked[field].Contains('[', StringComparison.Ordinal))
                .Select(field => new AdaptiveContainer { Style = "emphasis", Items = [new AdaptiveTextBlock(read.Masked[field])] }),
            new AdaptiveTextBlock(
                "Is there a name, or a story by which somebody could be known? I cannot find those. Please edit them out."
            ),
        ];

    private static IEnumerable<AdaptiveExecuteAction> Buttons(Guid form, ReportForm read) =>
        [
            AdaptiveExecuteAction.Of("Mask and send", IncidentVerbs.SendMasked, $"{form}", read.Masked),
            AdaptiveExecuteAction.Of("Go back and edit", IncidentVerbs.Edit, $"{form}", read.Masked),
        ];

    private static string Found(ReportForm read) =>
        string.Join(", ", read.Found.GroupBy(kind => kind).Select(kind => kind.Count() == 1 ? kind.Key : $"{kind.Key} ({kind.Count()})"));
}
