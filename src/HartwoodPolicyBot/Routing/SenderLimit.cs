using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Routing;

/// <summary>Limits how fast one person may write to the bot and tap its buttons.</summary>
internal sealed class SenderLimit(BotOptions options, TimeProvider time)
{
    private readonly Pace<PersonId> pace = new(options.MessagesPerMinute, options.Burst, time);

    /// <summary>
    /// Counts one message. The first refusal in a row is worth a sentence to the sender; the following ones are silent.
    /// </summary>
    public PaceVerdict Count(PersonId sender) => pace.Count(sender);
}
