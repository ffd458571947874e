using System.Globalization;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// Tells each practice manager that a message can't be delivered: at once, then every working day as long as that is so,
/// because the notice may not have arrived either. They get one message a day, whatever the number of deliveries.
/// </summary>
public sealed class DeliveryNotices(UnitOfWork unitOfWork, Outbox outbox, StaffOptions staff, DeliverySecrecy secrecy, TimeProvider time)
{
    /// <summary>The delivery kind of the notice.</summary>
    public const string Kind = "given-up";

    /// <summary>The kind with its words for people.</summary>
    public static DeliveryKind Described { get; } = new(Kind, "Messages that couldn't be delivered");

    /// <summary>Plans today's notices, during working hours only.</summary>
    /// <returns>How many are new.</returns>
    public async Task<int> PlanDueAsync(CancellationToken cancellationToken)
    {
        if (!WorkingHours.Include(time.GetUtcNow()))
        {
            return 0;
        }

        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await secrecy
            .KnownToManagers(database.Deliveries)
            .AnyAsync(
                row =>
                    (row.State == DeliveryState.GivenUp && row.Kind != Kind)
                    || (row.State == DeliveryState.Stopped && row.Place == Recipient.IncidentsChannel),
                cancellationToken
            )
            ? await TellAsync(cancellationToken)
            : 0;
    }

    /// <summary>Says whether practice managers are told when a delivery of this kind is given up.</summary>
    internal bool AreAbout(string kind) => kind != Kind && secrecy.MayManagersKnowOf(kind);

    /// <summary>Plans today's notice for each practice manager, unless it is planned already.</summary>
    /// <returns>How many are new.</returns>
    internal async Task<int> TellAsync(CancellationToken cancellationToken)
    {
        var day = PracticeTime.Today(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var managers = await staff.ToTellAsync(database, cancellationToken);
        return await Outbox.PlanNewAsync(
            unitOfWork,
            [.. managers.Select(manager => outbox.Plan($"{Kind}:{manager}:{day}", Kind, Guid.Empty, 0, Recipient.Person(manager), 0))],
            cancellationToken
        );
    }
}
