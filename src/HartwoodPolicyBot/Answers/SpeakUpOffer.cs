using AdaptiveCards;
using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Answers;

/// <summary>
/// Makes what is said to somebody who tells of something that a practice manager did: how to report it, instead of the offer to ask
/// the practice manager.
/// </summary>
internal static class SpeakUpOffer
{
    private const string Title = "This sounds like it's about the practice manager";

    /// <summary>Makes the message for what no policy covers.</summary>
    public static TeamsActivity Message(PolicyAnswer answer, ChannelOptions channels) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Title,
                Body =
                [
                    AdaptiveTextBlock.Heading(Title),
                    new AdaptiveTextBlock("I haven't saved your message, and I won't show it to the practice manager."),
                    new AdaptiveTextBlock(WhatToDo(channels)),
                ],
                Actions = channels.HasSpeakUpWay ? [Button(answer, channels), HelpCard.Button()] : [HelpCard.Button()],
            },
            Title
        );

    /// <summary>Makes the part below the clauses of an answer.</summary>
    public static AnswerNote Note(PolicyAnswer answer, ChannelOptions channels) =>
        new(
            $"{Title}. I haven't saved your message, and I won't show it to the practice manager. {WhatToDo(channels)}",
            Button(answer, channels)
        );

    private static string WhatToDo(ChannelOptions channels) =>
        channels.HasSpeakUpWay
            ? "If something has gone wrong online, you can report it here. In the form, say it's about the practice manager. I'll "
                + "then send it only to the person who deals with such reports."
            : "I can only send reports to the practice manager, so please don't report this here. Please speak to "
                + $"{channels.SpeakUpInstead}.";

    private static AdaptiveExecuteAction Button(PolicyAnswer answer, ChannelOptions channels) =>
        channels.HasSpeakUpWay ? AdaptiveExecuteAction.Of("Report this", ReportOffer.Verb, answer.Disclosed) : HelpCard.Button();
}
