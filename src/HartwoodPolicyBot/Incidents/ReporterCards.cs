using AdaptiveCards;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Short cards around reporting.</summary>
internal static class ReporterCards
{
    public static TeamsActivity ComeToMe() =>
        Short(
            "Reports are made in private, so that nobody else reads along. Please type report in your private chat with me.",
            [HelpCard.Button()]
        );

    /// <param name="whom">Who to go to about the practice manager.</param>
    /// <param name="written">What they had written, masked: it is stored nowhere, and would be gone with the form.</param>
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

    /// <summary>To the reporter, when a report about the practice manager has reached nobody.</summary>
    public static TeamsActivity Undelivered(Incident incident, string whom) =>
        Short(
            $"{incident.Reference}: {UndeliveredSentence(whom)}",
            [AdaptiveExecuteAction.Of("See my report", IncidentVerbs.See, IncidentVerbs.Id(incident)), HelpCard.Button()]
        );

    public static string UndeliveredSentence(string whom) =>
        "Your report has not reached the person for reports about the practice manager. It is kept, and I have "
        + $"sent it to nobody else. Please go to {whom} as well.";

    /// <summary>A sentence in a dialog, which has its own way to close it.</summary>
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
