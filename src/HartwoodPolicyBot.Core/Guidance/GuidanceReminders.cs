using System.Globalization;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Guidance;

/// <summary>
/// Plans the reminder to check the national guidance: on the first working day of each quarter, and some weeks before a policy's
/// review is due. One message serves both, and nobody is reminded of what has been checked since.
/// </summary>
public sealed class GuidanceReminders(UnitOfWork unitOfWork, Outbox outbox, PolicyLibrary library, StaffOptions staff, TimeProvider time)
{
    public const string Kind = "guidance-check";

    /// <summary>The kind with its words for people.</summary>
    public static DeliveryKind Described { get; } = new(Kind, "Reminder to check the national guidance");

    /// <summary>How many days before a policy's review is due the reminder comes.</summary>
    public const int DaysBeforeReview = 28;

    /// <summary>How many days after its day a quarter's reminder still comes, if the bot was off.</summary>
    private const int LatestDay = 14;
    private const string Day = "yyyy-MM-dd";

    /// <summary>Plans the reminders that are due now.</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> PlanDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = PracticeTime.DateOf(now);
        if (!WorkingHours.Include(now) || Since(today) is not { } since)
        {
            return 0;
        }

        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var (from, planned) = (PracticeTime.At(since, TimeOnly.MinValue), new List<PlannedDelivery>());
        if (await database.GuidanceChecks.AnyAsync(check => check.On >= since, cancellationToken))
        {
            return 0;
        }

        foreach (var manager in await staff.ToTellAsync(database, cancellationToken))
        {
            var place = Recipient.Person(manager);
            if (!await WasTold(database, place, from).AnyAsync(cancellationToken))
            {
                var key = $"{Kind}:{today.ToString(Day, CultureInfo.InvariantCulture)}:{manager}";
                planned.Add(outbox.Plan(key, Kind, Guid.CreateVersion7(), 0, place, 0));
            }
        }

        return await Outbox.PlanNewAsync(unitOfWork, planned, cancellationToken);
    }

    /// <summary>
    /// Returns the policies whose review is due within the next weeks, with the day. The message names them.
    /// </summary>
    public IReadOnlyList<(string Title, DateOnly ReviewBy)> ReviewsDue() => ReviewsDue(PracticeTime.Today(time));

    private List<(string Title, DateOnly ReviewBy)> ReviewsDue(DateOnly today) =>
        [
            .. library
                .Documents.Where(policy => policy.ReviewBy is { } day && day >= today && today >= Opens(day))
                .OrderBy(policy => policy.ReviewBy)
                .Select(policy => (policy.Title, policy.ReviewBy!.Value)),
        ];

    /// <summary>Returns the day from which a reminder or a check counts as that of today; null if nothing is due today.</summary>
    private DateOnly? Since(DateOnly today)
    {
        var first = Quarter.Of(today).FirstWorkingDay;
        DateOnly? quarter = today >= first && today <= first.AddDays(LatestDay) ? Quarter.Of(today).CountsFrom : null;
        var reviews = ReviewsDue(today);
        return reviews.Count == 0 ? quarter : reviews.Select(review => Opens(review.ReviewBy)).Append(quarter ?? DateOnly.MinValue).Max();
    }

    /// <summary>A working day, so that the message comes before the weekend or bank holiday.</summary>
    private static DateOnly Opens(DateOnly reviewBy) => WorkingDays.OnOrBefore(reviewBy.AddDays(-DaysBeforeReview));

    private static IQueryable<PlannedDelivery> WasTold(HartwoodDbContext database, string place, DateTimeOffset from) =>
        database.Deliveries.Where(row => row.Kind == Kind && row.Place == place && row.CreatedAt >= from);
}
