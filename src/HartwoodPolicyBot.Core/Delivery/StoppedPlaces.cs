using System.Linq.Expressions;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// Says why Teams allows no posts at a place, and when the bot tries again. A channel is tried again slowly, because its team
/// may be archived only for a while. A person who blocked or removed the bot isn't tried again until they write.
/// </summary>
/// <remarks>Source: learn.microsoft.com, "Send proactive messages": stop sending after MessageWritesBlocked.</remarks>
public static class StoppedPlaces
{
    /// <summary>The fault of a place from which the bot was removed. Rows of older builds have it for every refusal.</summary>
    internal const string Removed = "blocked";

    /// <summary>The fault of a place that doesn't exist, as Teams says.</summary>
    internal const string Gone = "gone";

    /// <summary>The fault of a place where Teams refuses posts without saying why.</summary>
    internal const string Refused = "refused";

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestWaitForPerson = TimeSpan.FromDays(1);

    /// <summary>Selects the stopped deliveries that are tried again at <see cref="PlannedDelivery.DueAt"/>.</summary>
    internal static Expression<Func<PlannedDelivery, bool>> AreTriedAgain { get; } =
        row => row.State == DeliveryState.Stopped && (!row.Place.StartsWith(Recipient.PersonPrefix) || row.Fault == Refused);

    internal static string FaultOf(DeliveryOutcome.Blocked blocked) =>
        blocked.IsRemoved ? Removed
        : blocked.IsGone ? Gone
        : Refused;

    /// <summary>Returns how long to wait: as long as the place has refused already, within limits.</summary>
    internal static TimeSpan WaitAfter(PlannedDelivery row, DateTimeOffset now)
    {
        var longest = Recipient.PersonIn(row.Place) is null ? LongestWait : LongestWaitForPerson;
        return TimeSpan.FromTicks(Math.Clamp((now - (row.FailingSince ?? now)).Ticks, FirstWait.Ticks, longest.Ticks));
    }
}
