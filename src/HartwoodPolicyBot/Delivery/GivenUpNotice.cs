using AdaptiveCards;
using HartwoodPolicyBot.Channels;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Delivery;

/// <summary>
/// Tells a practice manager which messages were not delivered. There is no message if they were delivered in the end, or if the
/// person is no longer a practice manager.
/// </summary>
internal sealed class GivenUpNotice(DeliveryBacklog backlog, IncidentsChannelAccess channel, StaffOptions staff) : IDeliveryContent
{
    private const string GivenUp =
        "I couldn't deliver some messages, even after trying for a long time. Nothing is lost. Tap Send again to try once more.";

    public async Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken)
    {
        if (!staff.ActsAsManager(Recipient.PersonIn(delivery.Place)))
        {
            return null;
        }

        var counts = await backlog.CountAsync(cancellationToken);
        List<(string Sentence, string Count)> lines = [];
        if (counts.ChannelStopped)
        {
            lines.Add((channel.Refused(counts.Channel), $"Messages waiting for the channel: {counts.WaitingForChannel}"));
        }

        if (counts.GivenUp > 0)
        {
            lines.Add((GivenUp, $"Messages not delivered: {counts.GivenUp}"));
        }

        return lines.Count == 0 ? null : new(Card(lines, counts), 0);
    }

    private static TeamsActivity Card(IReadOnlyList<(string Sentence, string Count)> lines, BacklogCounts counts) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = string.Join(' ', lines.Select(one => one.Sentence)),
                Body =
                [
                    AdaptiveTextBlock.Heading("Not delivered"),
                    .. lines.SelectMany(one => new[] { new AdaptiveTextBlock(one.Sentence), AdaptiveTextBlock.Subtle(one.Count) }),
                    .. counts.WhatToDo.Select(sentence => new AdaptiveTextBlock(sentence)),
                ],
                Actions =
                    counts.GivenUp > 0 ? [AdaptiveExecuteAction.Of("Send again", BotVerbs.SendAgain).Positive(), Status()] : [Status()],
            },
            "Some messages couldn't be delivered"
        );

    private static AdaptiveExecuteAction Status() => AdaptiveExecuteAction.Of("Check the status", BotVerbs.Status);
}
