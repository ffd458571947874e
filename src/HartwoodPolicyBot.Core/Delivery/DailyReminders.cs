using System.Globalization;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// Tells <see cref="DailyReminders"/> which people have something to do in one feature, and records that they were told.
/// </summary>
public interface IDailyReminderSource
{
    /// <summary>Returns the people who should be told on this day.</summary>
    Task<IReadOnlyCollection<PersonId>> PeopleAsync(HartwoodDbContext database, DateOnly today, CancellationToken cancellationToken);

    /// <summary>
    /// Records that this person is told about this feature today. Called for every feature when a person gets a daily reminder.
    /// </summary>
    Task ToldAsync(HartwoodDbContext database, PersonId personId, DateOnly today, CancellationToken cancellationToken);

    /// <summary>
    /// Records that the people at these places were not told on that day, because their messages were never sent. May be called
    /// many times for the same messages.
    /// </summary>
    Task NotToldAsync(HartwoodDbContext database, DateOnly day, IQueryable<string> places, CancellationToken cancellationToken);
}

/// <summary>
/// Plans one message for each person and day about everything that is due. Each has its own key in the outbox, so a
/// restart, a second instance or a second feature plans no duplicate.
/// </summary>
/// <remarks>Source: Teams store guidelines, one complete message rather than a burst.</remarks>
public sealed class DailyReminders(UnitOfWork unitOfWork, Outbox outbox, IEnumerable<IDailyReminderSource> sources, TimeProvider time)
{
    /// <summary>The delivery kind of the daily reminder.</summary>
    public const string Kind = "due";

    /// <summary>The kind with its words for people.</summary>
    public static DeliveryKind Described { get; } = new(Kind, "Training or a policy to read");

    /// <summary>How many people are written in one transaction, so that other writers don't wait long.</summary>
    private const int Batch = 200;

    private const string Day = "yyyy-MM-dd";

    private static readonly TimeSpan LatestUndo = TimeSpan.FromDays(7);

    private readonly IDailyReminderSource[] sources = [.. sources];

    public DateOnly Today => PracticeTime.Today(time);

    public static string Key(PersonId personId, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{Kind}:{personId.Value}:{day.ToString(Day, CultureInfo.InvariantCulture)}");

    /// <summary>Returns the day in a delivery's key; null when there is none.</summary>
    public static DateOnly? DayIn(string key) =>
        DateOnly.TryParseExact(key[(key.LastIndexOf(':') + 1)..], Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>Plans today's messages, during working hours only.</summary>
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
        foreach (var batch in (await PeopleAsync(database, today, cancellationToken)).Chunk(Batch))
        {
            planned += await unitOfWork.WriteAsync(
                database,
                async () =>
                {
                    var isNew = 0;
                    foreach (var person in batch)
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

    /// <summary>Plans today's message to a person in the caller's transaction. Returns false when there is one already.</summary>
    internal async Task<bool> PlanAsync(HartwoodDbContext database, PersonId personId, DateOnly today, CancellationToken cancellationToken)
    {
        var row = outbox.Plan(Key(personId, today), Kind, SubjectOf(today), today.DayNumber, Recipient.Person(personId), 0);
        var isNew = await Outbox.PlanOnceAsync(database, row, cancellationToken);
        foreach (var source in isNew ? sources : [])
        {
            await source.ToldAsync(database, personId, today, cancellationToken);
        }

        return isNew;
    }

    /// <summary>
    /// Corrects the records for messages that were not sent. A message counts as told when it is planned, so that no second one
    /// is planned. It was not told if it couldn't be sent before its day ended, or was held for somebody who couldn't be
    /// reached until then.
    /// </summary>
    private async Task UndoUnsentAsync(HartwoodDbContext database, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Older messages need no correction: whatever is due is repeated weekly.
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
                    foreach (var source in sources)
                    {
                        await source.NotToldAsync(database, day, places, cancellationToken);
                    }
                },
                cancellationToken
            );
        }
    }

    /// <summary>Returns those of these messages that have not been sent.</summary>
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

    /// <summary>
    /// Returns the people to tell, in a fixed order because two instances may write at the same time. Leaves out anybody who
    /// already has today's message.
    /// </summary>
    private async Task<IEnumerable<PersonId>> PeopleAsync(HartwoodDbContext database, DateOnly today, CancellationToken cancellationToken)
    {
        var people = new HashSet<PersonId>();
        foreach (var source in sources)
        {
            people.UnionWith(await source.PeopleAsync(database, today, cancellationToken));
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

    /// <summary>Returns the subject that all messages of one day share, so that an index finds them.</summary>
    private static Guid SubjectOf(DateOnly day) => new(day.DayNumber, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
