using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot.Core.Channels;

/// <summary>Says which of a feature's cards people still work on, so that the cards come along when the channel moves.</summary>
public interface IChannelCards
{
    /// <summary>The deliveries of those cards, in whichever channel they are.</summary>
    IQueryable<PlannedDelivery> StillWorkedOn(HartwoodDbContext database);
}
