using System.Globalization;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>Lists the kinds and keys of what training sends, and of what must exist once.</summary>
public static class TrainingDeliveryKinds
{
    /// <summary>To a practice manager: somebody needs them, after failing again and again, or to be brought back.</summary>
    public const string Help = "training-help";

    /// <summary>To the channel, once a week: who is overdue.</summary>
    public const string Overdue = "training-overdue";

    /// <summary>Each kind with its words for people.</summary>
    public static IReadOnlyList<DeliveryKind> All { get; } =
    [new(Help, "Staff member who needs help with training"), new(Overdue, "List of overdue training")];

    private const string Day = "yyyy-MM-dd";

    public static string OverdueKey(DateOnly monday) => $"{Overdue}:{monday.ToString(Day, CultureInfo.InvariantCulture)}";

    public static string HelpKey(Id<TrainingAttempt> attempt, PersonId manager) => $"{Help}:{attempt:N}:{manager}";

    /// <summary>
    /// Once to each practice manager for each time that somebody is marked as having left. The person comes last: an id may hold
    /// anything.
    /// </summary>
    public static string BackKey(PersonId personId, DateOnly leftOn, PersonId manager) =>
        $"{BackPrefix(manager)}{leftOn.ToString(Day, CultureInfo.InvariantCulture)}:{personId}";

    /// <summary>Who is back, in the key of a delivery that says so; null for another.</summary>
    public static PersonId? BackIn(PlannedDelivery delivery) =>
        Recipient.PersonIn(delivery.Place) is { } manager
        && BackPrefix(manager) is { } prefix
        && delivery.Key.StartsWith(prefix, StringComparison.Ordinal)
            ? PersonId.Of(delivery.Key[(prefix.Length + Day.Length + 1)..])
            : null;

    /// <summary>The day that stands in a key of an overdue list.</summary>
    public static DateOnly? DayIn(string key) =>
        DateOnly.TryParseExact(key[(key.LastIndexOf(':') + 1)..], Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static string BackPrefix(PersonId manager) => $"{Help}:back:{manager}:";
}
