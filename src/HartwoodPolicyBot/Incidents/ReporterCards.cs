using AdaptiveCards;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Makes the short cards that a reporter gets before and after a report.</summary>
internal static class ReporterCards
{
    public static TeamsActivity ComeToMe() =>
        Short(
            "Reports are made in private, so that nobody else reads along. Please type report in your private chat with me.",
            [HelpCard.Button()]
        );

    public static TeamsActivity NothingSent() => Short("I haven't sent or kept anything.", [ReportOffer.Button(), HelpCard.Button()]);

    /// <param name="whom">The person to contact about a practice manager.</param>
    /// <param name="written">
    /// What the reporter had written, masked. It is stored nowhere and would otherwise be lost with the form.
    /// </param>
    public static TeamsActivity GoTo(string whom, string? written) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = GoToSentence(whom),
                Body = [.. GoToBody(whom, written)],
                Actions = [ReportOffer.Button()],
            },
            GoToSentence(whom)
        );

    public static AdaptiveCard GoToForDialog(string whom, string? written) =>
        new() { FallbackText = GoToSentence(whom), Body = [.. GoToBody(whom, written)] };

    private static IEnumerable<AdaptiveElement> GoToBody(string whom, string? written) =>
        [
            new AdaptiveTextBlock(GoToSentence(whom)),
            .. string.IsNullOrEmpty(written)
                ? (AdaptiveElement[])[]
                :
                [
                    new AdaptiveTextInput
                    {
                        Id = "written",
                        Label = "What you wrote, for you to copy",
                        IsMultiline = true,
                        MaxLength = written.Length,
                        Value = written,
                    },
                    AdaptiveTextBlock.Subtle("I have stored none of it."),
                ],
        ];

    private static string GoToSentence(string whom) =>
        "I have nobody to send this to but the practice manager, so I have not kept it, and I have sent it to "
        + $"nobody. Please go to {whom} instead.";

    /// <summary>
    /// Makes the message that tells a reporter that their report about a practice manager could not be delivered.
    /// </summary>
    public static TeamsActivity Undelivered(Incident incident, string whom) =>
        Short(
            $"{incident.Reference}: {UndeliveredSentence(whom)}",
            [AdaptiveExecuteAction.Of("See my report", IncidentVerbs.See, IncidentVerbs.Id(incident)), HelpCard.Button()]
        );

    public static string UndeliveredSentence(string whom) =>
        "Your report has not reached the person for reports about the practice manager. It is kept, and I have "
        + $"sent it to nobody else. Please go to {whom} as well.";

    /// <summary>Makes a card with one sentence for a dialog; the dialog has its own button to close it.</summary>
    public static AdaptiveCard ForDialog(string sentence) => new() { FallbackText = sentence, Body = [new AdaptiveTextBlock(sentence)] };

    private static TeamsActivity Short(string sentence, IReadOnlyList<AdaptiveAction> actions) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = sentence,
                Body = [new AdaptiveTextBlock(sentence)],
                Actions = actions,
            },
            sentence
        );
}
