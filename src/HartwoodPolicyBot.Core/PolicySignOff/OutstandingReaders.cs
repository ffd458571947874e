using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>Finds out when the people who have not confirmed a version were last told of it.</summary>
internal static class OutstandingReaders
{
    /// <summary>
    /// Returns the people who have not confirmed. A message that was not sent doesn't count as telling them, and a person to be
    /// reminded is marked as not told. So the day they were last told is the day of the last message that was sent to them.
    /// </summary>
    public static async Task<IReadOnlyList<OutstandingReader>> OfAsync(
        HartwoodDbContext database,
        IReadOnlyList<SignOff> rows,
        CancellationToken cancellationToken
    )
    {
        var unsent = await DailyReminders.UnsentAsync(database, rows.Where(row => row.ToldOn is not null).Select(KeyOf), cancellationToken);
        var isTold = rows.ToLookup(row => row.ToldOn is not null && !unsent.Contains(KeyOf(row)));
        var before = await ToldBeforeAsync(database, [.. isTold[false]], cancellationToken);
        return
        [
            .. rows.Select(row =>
                isTold[true].Contains(row)
                    ? new OutstandingReader(new(row.Id), row.PersonName, row.AskedAt, row.ToldOn)
                    : new OutstandingReader(
                        new(row.Id),
                        row.PersonName,
                        row.AskedAt,
                        before.TryGetValue(row.Id, out var day) ? day : null,
                        IsToBeTold: row.ToldOn is null
                    )
            ),
        ];

        static string KeyOf(SignOff row) => DailyReminders.Key(PersonId.Of(row.PersonId), row.ToldOn!.Value);
    }

    /// <summary>
    /// Returns, for each of these sign-offs, the last day whose message told of it. Each message tells of everything that is
    /// open.
    /// </summary>
    private static async Task<Dictionary<Guid, DateOnly>> ToldBeforeAsync(
        HartwoodDbContext database,
        IReadOnlyCollection<SignOff> readings,
        CancellationToken cancellationToken
    )
    {
        var places = readings.Select(row => Recipient.Person(PersonId.Of(row.PersonId))).ToList();
        var sent = (
            await database
                .Deliveries.Where(row => places.Contains(row.Place) && row.Kind == DailyReminders.Kind && row.State == DeliveryState.Sent)
                .Select(row => new
                {
                    row.Place,
                    row.Key,
                    row.SentAt,
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(row => row.Place, StringComparer.Ordinal);
        return readings
            .Select(row =>
                (
                    row.Id,
                    Day: sent[Recipient.Person(PersonId.Of(row.PersonId))]
                        .Where(message => message.SentAt >= row.AskedAt)
                        .Max(message => DailyReminders.DayIn(message.Key))
                )
            )
            .Where(told => told.Day is not null)
            .ToDictionary(told => told.Id, told => told.Day!.Value);
    }
}
