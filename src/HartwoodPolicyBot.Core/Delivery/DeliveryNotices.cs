using System.Globalization;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// Tells each practice manager that something does not arrive: at once, and again every working day as long as it lasts,
/// because the word about it may not have arrived either. One message a day, however much it is about.
/// </summary>
public sealed class DeliveryNotices(UnitOfWork unitOfWork, Outbox outbox, StaffOptions staff, TimeProvider time)
{
    /// <summary>The kind of the message.</summary>
    public const string Kind = "given-up";

    /// <summary>The kind with its words for people.</summary>
    public static DeliveryKind Described { get; } = new(Kind, "Messages that could not be delivered");

    /// <summary>Plans the messages of this day, in working hours.</summary>
    /// <returns>How many are new.</returns>
    public async Task<int> PlanDueAsync(CancellationToken cancellationToken)
    {
        if (!WorkingHours.Include(time.GetUtcNow()))
        {
            return 0;
        }

        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await database.Deliveries.AnyAsync(IsToldOf, cancellationToken)
            ? await Outbox.PlanNewAsync(unitOfWork, OfToday(), cancellationToken)
            : 0;
    }

    /// <summary>Is this row one that practice managers are told of? Never about what they must not know of.</summary>
    internal static System.Linq.Expressions.Expression<Func<PlannedDelivery, bool>> IsToldOf { get; } =
        row =>
            (row.State == DeliveryState.GivenUp && row.Kind != Kind && !row.Kind.StartsWith(PlannedDelivery.PrivatePrefix))
            || (row.State == DeliveryState.Stopped && row.Place == Recipient.Alerts);

    /// <summary>Each manager's message of this day, to be planned once.</summary>
    internal IReadOnlyList<PlannedDelivery> OfToday()
    {
        var day = PracticeTime.Today(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return
        [
            .. staff.Managers.Select(manager => outbox.Plan($"{Kind}:{manager}:{day}", Kind, Guid.Empty, 0, Recipient.Person(manager), 0)),
        ];
    }
}
