using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>Shows people the messages that the bot sent them first, and the files that it offered them.</summary>
public sealed class DeliveryData(IEnumerable<DeliveryKind> kinds, IEnumerable<FileKind> files, PrivacyOptions privacy, TimeProvider time)
    : IPersonalData
{
    private readonly Dictionary<string, string> aboutMessages = kinds.ToDictionary(
        kind => kind.Code,
        kind => kind.Words,
        StringComparer.Ordinal
    );

    private readonly Dictionary<string, string> aboutFiles = files.ToDictionary(
        kind => kind.Code,
        kind => kind.Words,
        StringComparer.Ordinal
    );

    public DataGroup Group => DataGroup.Messages;

    public async Task<IReadOnlyList<PersonalRecords>> AboutAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    )
    {
        var place = Recipient.Person(person.Person);
        var messages = await database
            .Deliveries.AsNoTracking()
            .Where(row => row.Place == place)
            .OrderBy(row => row.CreatedAt)
            .ToListAsync(cancellationToken);
        var offered = await database
            .FileOffers.AsNoTracking()
            .Where(row => row.PersonId == person.Id)
            .OrderBy(row => row.OfferedAt)
            .ToListAsync(cancellationToken);
        var today = StartOfToday;
        return
        [
            new(
                "Messages I've sent you",
                "So I send each one only once. I don't keep what it said.",
                $"Kept for {privacy.SentMessageDays} days. A message about a report or a question is kept as long as that is. "
                    + "You can delete older reminders.",
                [
                    .. messages.Select(row =>
                        PersonalRecord.Of(
                            MayGo(row, today),
                            ("About", aboutMessages.GetValueOrDefault(row.Kind, row.Kind)),
                            ("Planned", PracticeTime.Text(row.CreatedAt)),
                            ("Sent", row.SentAt is { } at ? PracticeTime.Text(at) : null)
                        )
                    ),
                ]
            ),
            new(
                "Files I've offered you",
                "So only you can get each file, and only once.",
                $"Kept for {FileOffers.Remembered.Days} days after the offer ends.",
                [
                    .. offered.Select(row =>
                        PersonalRecord.Of(
                            ("File", aboutFiles.GetValueOrDefault(row.Kind, row.Kind)),
                            ("Offered", PracticeTime.Text(row.OfferedAt)),
                            ("Downloaded", row.UsedAt is { } at ? PracticeTime.Text(at) : null)
                        )
                    ),
                ]
            ),
        ];
    }

    public async Task<IReadOnlyList<Deleted>> DeleteAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    )
    {
        var (place, today) = (Recipient.Person(person.Person), StartOfToday);
        return
        [
            new(
                "messages",
                await database
                    .Deliveries.Where(row =>
                        row.Place == place
                        && row.Kind == DailyReminders.Kind
                        && row.CreatedAt < today
                        && (row.State == DeliveryState.Sent || row.State == DeliveryState.Dropped)
                    )
                    .ExecuteDeleteAsync(cancellationToken)
            ),
        ];
    }

    /// <summary>Today's messages are kept, because otherwise they would be sent a second time.</summary>
    private DateTimeOffset StartOfToday => PracticeTime.At(PracticeTime.Today(time), TimeOnly.MinValue);

    private static bool MayGo(PlannedDelivery row, DateTimeOffset today) =>
        row is { Kind: DailyReminders.Kind, State: DeliveryState.Sent or DeliveryState.Dropped } && row.CreatedAt < today;
}
