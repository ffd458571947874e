using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Delivery;

/// <summary>
/// Makes one feature's part of the daily reminder, so that a person gets one message for all that is due instead of one for
/// each feature.
/// </summary>
internal interface IDailyReminderPart
{
    /// <summary>Returns the part for this person; null if nothing is due today.</summary>
    Task<DailyReminderPart?> ForAsync(PersonId personId, CancellationToken cancellationToken);
}

/// <summary>Holds one feature's part of the daily reminder.</summary>
/// <param name="Heading">The heading of the part.</param>
/// <param name="Summary">The part in one line, for the notification.</param>
/// <param name="Says">The elements below the heading.</param>
/// <param name="Buttons">At most three, because two parts with their buttons must fit one card.</param>
/// <param name="Citing">The documents that the part quotes.</param>
internal sealed record DailyReminderPart(
    string Heading,
    string Summary,
    IReadOnlyList<AdaptiveElement> Says,
    IReadOnlyList<AdaptiveAction> Buttons,
    IReadOnlyList<CitedDocument>? Citing = null
);

/// <summary>Makes the daily reminder of a person from the parts that the features have for them at that moment.</summary>
internal sealed class DailyReminderCard(IEnumerable<IDailyReminderPart> parts, DailyReminders messages) : IDeliveryContent
{
    private readonly IDailyReminderPart[] parts = [.. parts];

    /// <summary>
    /// Makes the message. A reminder that could not be sent on its day is not sent on another, because that day has its own.
    /// </summary>
    public async Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken) =>
        Recipient.PersonIn(delivery.Place) is { } person
        && DailyReminders.DayIn(delivery.Key) == messages.Today
        && await ForAsync(person, cancellationToken) is { Count: > 0 } due
            ? new(Message(due), 0)
            : null;

    /// <summary>Returns what is due for a person, in the parts of the daily reminder.</summary>
    public async Task<IReadOnlyList<DailyReminderPart>> ForAsync(PersonId personId, CancellationToken cancellationToken)
    {
        var due = new List<DailyReminderPart>();
        foreach (var part in parts)
        {
            if (await part.ForAsync(personId, cancellationToken) is { } duePart)
            {
                due.Add(duePart);
            }
        }

        return due;
    }

    public static TeamsActivity Message(IReadOnlyList<DailyReminderPart> due)
    {
        var summary = string.Join(". ", due.Select(part => part.Summary));
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body = [.. due.SelectMany((part, place) => Elements(part, place > 0))],
                Actions = Buttons(due),
            },
            summary,
            [.. due.SelectMany(part => part.Citing ?? [])]
        );
    }

    /// <summary>Returns the buttons of all parts. What each part asks for comes first, so that it is in sight.</summary>
    public static IReadOnlyList<AdaptiveAction> Buttons(IReadOnlyList<DailyReminderPart> due) =>
        due.Count == 1 ? due[0].Buttons : [.. due.SelectMany(part => part.Buttons).OrderBy(button => button.Style == "positive" ? 0 : 1)];

    /// <summary>Returns the elements that show a part on a card, with a line above it if another part comes before.</summary>
    public static IEnumerable<AdaptiveElement> Elements(DailyReminderPart part, bool isBelow) =>
        [AdaptiveTextBlock.Heading(part.Heading, isBelow), .. part.Says];
}
