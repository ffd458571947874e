using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Delivery;

/// <summary>A feature's part in the message of the day: one message tells a person of all that is due, rather than one a feature.</summary>
public interface IDailyReminderPart
{
    /// <summary>Null when there is nothing to tell this person today.</summary>
    Task<DailyReminderPart?> ForAsync(PersonId personId, CancellationToken cancellationToken);
}

/// <param name="Heading">What it is about.</param>
/// <param name="Summary">The part in one line, for the toast.</param>
/// <param name="Says">What stands below the heading.</param>
/// <param name="Buttons">At most three: two parts and nothing else must fit a card.</param>
/// <param name="Citing">What it quotes.</param>
public sealed record DailyReminderPart(
    string Heading,
    string Summary,
    IReadOnlyList<AdaptiveElement> Says,
    IReadOnlyList<AdaptiveAction> Buttons,
    IReadOnlyList<CitedDocument>? Citing = null
);

/// <summary>The message of the day, made of the parts that features have for this person now.</summary>
public sealed class DailyReminderCard(IEnumerable<IDailyReminderPart> parts, DailyReminders messages) : IDeliveryContent
{
    private readonly IDailyReminderPart[] parts = [.. parts];

    /// <summary>A message that could not go out on its day is not sent on another: that day has its own.</summary>
    public async Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken) =>
        Recipient.PersonIn(delivery.Place) is { } person
        && DailyReminders.DayIn(delivery.Key) == messages.Today
        && await ForAsync(person, cancellationToken) is { Count: > 0 } due
            ? new(Message(due), 0)
            : null;

    /// <summary>What is due for a person, as the day's message says it.</summary>
    public async Task<IReadOnlyList<DailyReminderPart>> ForAsync(PersonId personId, CancellationToken cancellationToken)
    {
        var due = new List<DailyReminderPart>();
        foreach (var part in parts)
        {
            if (await part.ForAsync(personId, cancellationToken) is { } said)
            {
                due.Add(said);
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
                Actions = [.. due.SelectMany(part => part.Buttons)],
            },
            summary,
            [.. due.SelectMany(part => part.Citing ?? [])]
        );
    }

    /// <summary>The part as it stands in a card, set off from what is above it.</summary>
    public static IEnumerable<AdaptiveElement> Elements(DailyReminderPart part, bool isBelow) =>
        [
            new AdaptiveTextBlock(part.Heading)
            {
                Style = "heading",
                Size = "Large",
                Weight = "Bolder",
                Separator = isBelow ? true : null,
                Spacing = isBelow ? "Large" : null,
            },
            .. part.Says,
        ];
}
