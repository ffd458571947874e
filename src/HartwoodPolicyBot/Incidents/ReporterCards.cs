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
    /// <param name="turn">A turn in a chat that others can read.</param>
    /// <param name="command">What is ready to be sent in the private chat.</param>
    public static TeamsActivity ComeToMe(ITurn turn, string command) => PrivateChat.Leading(turn, command);

    public static TeamsActivity NothingSent() => Short("I haven't sent or saved anything.", [ReportOffer.Button(), HelpCard.Button()]);

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
                        Label = "What you wrote",
                        IsMultiline = true,
                        MaxLength = written.Length,
                        Value = written,
                    },
                    AdaptiveTextBlock.Subtle("You can copy this. I haven't saved it."),
                ],
        ];

    private static string GoToSentence(string whom) =>
        "I can't send this to anyone except the practice manager, so I haven't saved it or sent it. " + $"Please speak to {whom} instead.";

    /// <summary>
    /// Makes the message that tells a reporter that their report about a practice manager could not be delivered.
    /// </summary>
    public static TeamsActivity Undelivered(Incident incident, string whom) =>
        Short(
            $"{incident.Reference}: {UndeliveredSentence(whom)}",
            [AdaptiveExecuteAction.Of("See my report", IncidentVerbs.See, IncidentVerbs.Id(incident)), HelpCard.Button()]
        );

    public static string UndeliveredSentence(string whom) =>
        "I couldn't deliver your report to the person who deals with reports about the practice manager. It's saved, and no one "
        + $"else has seen it. Please also speak to {whom}.";

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
