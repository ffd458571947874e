namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>Decides when a delivery that failed is tried again, and when it is given up.</summary>
internal sealed class DeliveryRetries(DeliveryOptions options)
{
    /// <summary>
    /// After a weekend off, or after the clock was set forward, a delivery has failed for a long time but was hardly tried. So
    /// the number of attempts counts too: half of those that fit into the time, which is 72 with the settings as they come.
    /// </summary>
    private readonly int fewestAttempts = (int)Math.Clamp(options.GiveUpAfter / options.LongestDelay / 2, 10, 1000);

    /// <summary>Says whether to give up.</summary>
    /// <param name="attempts">How often it has failed, the last time included.</param>
    /// <param name="failingSince">When it first failed; null if this is the first failure.</param>
    /// <param name="now">The time now.</param>
    public bool AreOver(int attempts, DateTimeOffset? failingSince, DateTimeOffset now) =>
        attempts >= fewestAttempts && now - (failingSince ?? now) >= options.GiveUpAfter;

    /// <summary>Returns how long to wait before the next attempt: as long as Teams asks, or twice as long after each failure.</summary>
    /// <param name="failures">How often it had failed before the last attempt.</param>
    /// <param name="asked">How long Teams asks the bot to wait; null if it doesn't say.</param>
    public TimeSpan WaitAfter(int failures, TimeSpan? asked) =>
        asked is { } wait
            ? TimeSpan.FromTicks(Math.Min(wait.Ticks, options.LongestWait.Ticks))
            : TimeSpan.FromTicks((long)Math.Min(options.LongestDelay.Ticks, options.FirstDelay.Ticks * Math.Pow(2, failures)));
}
