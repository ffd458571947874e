using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot.Core.Channels;

/// <summary>Says which of a feature's cards people still work on, so that those cards move when the channel moves.</summary>
public interface IChannelCards
{
    /// <summary>Returns the deliveries of those cards, in any channel.</summary>
    IQueryable<PlannedDelivery> StillWorkedOn(HartwoodDbContext database);

    /// <summary>
    /// Returns the deliveries of cards that went to practice managers' own chats because there was no channel. They say whether
    /// there is one.
    /// </summary>
    IQueryable<PlannedDelivery> InChats(HartwoodDbContext database);
}
