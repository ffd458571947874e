using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Bot;

/// <summary>Tells a practice manager that something could not be delivered; nothing when it was, meanwhile, or they are none any more.</summary>
internal sealed class GivenUpNotice(DeliveryBacklog backlog, StaffOptions staff) : IDeliveryContent
{
    public IEnumerable<string> Kinds => [DeliveryLedger.GivenUpNotice];

    public async Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken)
    {
        var counts = await backlog.CountAsync(cancellationToken);
        if (counts.GivenUp == 0 || !staff.IsPracticeManager(Place.PersonIn(delivery.Place)))
        {
            return null;
        }

        const string Sentence = "Something could not be delivered to Teams, although I tried for a long time. Nothing is lost. You can send it again from here.";
        var card = new AdaptiveCard
        {
            FallbackText = Sentence,
            Body = [TextBlock.Heading("Not delivered"), new TextBlock(Sentence), TextBlock.Subtle($"Waiting for you: {counts.GivenUp}")],
            Actions = [ExecuteAction.Of("Send again", BotVerbs.SendAgain), ExecuteAction.Of("Status", BotVerbs.Status)],
        };
        return new(CardMessage.Of(card, "Something could not be delivered to Teams"), 0);
    }
}

/// <summary>Verbs of buttons that more than one folder shows.</summary>
internal static class BotVerbs
{
    public const string Status = "status";
    public const string SendAgain = "send-again";

    /// <summary>A command by a tap.</summary>
    public const string Command = "command";

    /// <summary>Makes the channel in which it is clicked the one for incident alerts.</summary>
    public const string UseChannel = "use-channel";
}
