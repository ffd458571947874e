using System.Globalization;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>What people have to do, of one feature: whom the day's message must tell, and that it has.</summary>
public interface IDailyReminderSource
{
    /// <summary>The people who should hear of it on this day.</summary>
    Task<IReadOnlyCollection<PersonId>> PeopleAsync(HartwoodDbContext database, DateOnly today, CancellationToken cancellationToken);

    /// <summary>This person gets a message today, whichever feature is behind it: notes what of this feature it tells.</summary>
    Task ToldAsync(HartwoodDbContext database, PersonId personId, DateOnly today, CancellationToken cancellationToken);

    /// <summary>
    /// The messages of that day to these places never went out: what counts as told on that day to these people was not.
    /// Asked again and again.
    /// </summary>
    Task NotToldAsync(HartwoodDbContext database, DateOnly day, IQueryable<string> places, CancellationToken cancellationToken);
}

/// <summary>
/// One message a person and day about all that is due: each such day has one key in the outbox, so that a restart, another
/// instance at the same moment, or a second feature plans no second one.
/// </summary>
/// <remarks>Source: Teams store guidelines, one complete message rather than a burst.</remarks>
public sealed class DailyReminders(UnitOfWork unitOfWork, Outbox outbox, IEnumerable<IDailyReminderSource> works, TimeProvider time)
{
    /// <summary>The kind of the day's message.</summary>
    public const string Kind = "due";

    /// <summary>The kind with its words for people.</summary>
    public static DeliveryKind Described { get; } = new(Kind, "Training or a policy to read");

    /// <summary>So many people are written in one transaction: nobody else waits long.</summary>
    private const int Batch = 200;

    private const string Day = "yyyy-MM-dd";

    private static readonly TimeSpan LatestUndo = TimeSpan.FromDays(7);

    private readonly IDailyReminderSource[] works = [.. works];

    public DateOnly Today => PracticeTime.Today(time);

    public static string Key(PersonId personId, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{Kind}:{personId.Value}:{day.ToString(Day, CultureInfo.InvariantCulture)}");

    /// <summary>The day that stands in a key.</summary>
    public static DateOnly? DayIn(string key) =>
        DateOnly.TryParseExact(key[(key.LastIndexOf(':') + 1)..], Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>Plans the messages of this day, in working hours.</summary>
    /// <returns>How many are new.</returns>
    public async Task<int> PlanDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!WorkingHours.Include(now))
        {
            return 0;
        }

        var today = PracticeTime.DateOf(now);
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        await UndoUnsentAsync(database, today, now, cancellationToken);
        var planned = 0;
        foreach (var some in (await PeopleAsync(database, today, cancellationToken)).Chunk(Batch))
        {
            planned += await unitOfWork.WriteAsync(
                database,
                async () =>
                {
                    var isNew = 0;
                    foreach (var person in some)
                    {
                        isNew += await PlanAsync(database, person, today, cancellationToken) ? 1 : 0;
                    }

                    return isNew;
                },
                cancellationToken
            );
        }

        return planned;
    }

    /// <summary>Plans one message to a person for this day, within the caller's transaction; false when the day has one.</summary>
    internal async Task<bool> PlanAsync(HartwoodDbContext database, PersonId personId, DateOnly today, CancellationToken cancellationToken)
    {
        var row = outbox.Plan(Key(personId, today), Kind, SubjectOf(today), today.DayNumber, Recipient.Person(personId), 0);
        var isNew = await Outbox.PlanOnceAsync(database, row, cancellationToken);
        foreach (var work in isNew ? works : [])
        {
            await work.ToldAsync(database, personId, today, cancellationToken);
        }

        return isNew;
    }

    /// <summary>
    /// What a day's message was to tell counts as told from its planning on, so that nobody plans a second one. When it could
    /// not go out before its day was over, or waited for somebody who could not be reached until they were, it was not told.
    /// </summary>
    private async Task UndoUnsentAsync(HartwoodDbContext database, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Whoever is not told of it within this time hears of it anyway: what is due is repeated weekly.
        var since = now - LatestUndo;
        var days = await database
            .Deliveries.Where(row =>
                row.State == DeliveryState.Dropped && row.DueAt > since && row.Kind == Kind && row.Step < today.DayNumber
            )
            .Select(row => row.Step)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var day in days.Order().Select(DateOnly.FromDayNumber))
        {
            var subject = SubjectOf(day);
            var places = database
                .Deliveries.Where(row => row.Subject == subject && row.Kind == Kind && row.State == DeliveryState.Dropped)
                .Select(row => row.Place);
            await unitOfWork.WriteAsync(
                database,
                async () =>
                {
                    foreach (var work in works)
                    {
                        await work.NotToldAsync(database, day, places, cancellationToken);
                    }
                },
                cancellationToken
            );
        }
    }

    /// <summary>Of these messages, those that have not gone out.</summary>
    internal static async Task<HashSet<string>> UnsentAsync(
        HartwoodDbContext database,
        IEnumerable<string> keys,
        CancellationToken cancellationToken
    )
    {
        var asked = keys.ToList();
        return
        [
            .. await database
                .Deliveries.Where(row => asked.Contains(row.Key) && row.State != DeliveryState.Sent)
                .Select(row => row.Key)
                .ToListAsync(cancellationToken),
        ];
    }

    internal void Wake() => outbox.Wake();

    /// <summary>
    /// In a fixed order, because two instances write at the same moment. Who has had the day's message waits for another
    /// day.
    /// </summary>
    private async Task<IEnumerable<PersonId>> PeopleAsync(HartwoodDbContext database, DateOnly today, CancellationToken cancellationToken)
    {
        var people = new HashSet<PersonId>();
        foreach (var work in works)
        {
            people.UnionWith(await work.PeopleAsync(database, today, cancellationToken));
        }

        if (people.Count > 0)
        {
            var subject = SubjectOf(today);
            var told = await database
                .Deliveries.Where(row => row.Subject == subject)
                .Select(row => row.Place)
                .ToListAsync(cancellationToken);
            people.ExceptWith(told.Select(place => Recipient.PersonIn(place)!.Value));
        }

        return people.OrderBy(person => person.Value, StringComparer.Ordinal);
    }

    /// <summary>What a day's messages have in common, so that they are found by an index.</summary>
    private static Guid SubjectOf(DateOnly day) => new(day.DayNumber, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
