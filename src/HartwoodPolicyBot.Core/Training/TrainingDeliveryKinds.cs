using System.Globalization;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>The kinds and keys of what training sends, and of what must exist once.</summary>
public static class TrainingDeliveryKinds
{
    /// <summary>To a practice manager: somebody needs them, after failing again and again, or to be brought back.</summary>
    public const string Help = "training-help";

    /// <summary>To the channel, once a week: who is overdue.</summary>
    public const string Overdue = "training-overdue";

    private const string Day = "yyyy-MM-dd";

    public static string OverdueKey(DateOnly monday) => $"{Overdue}:{monday.ToString(Day, CultureInfo.InvariantCulture)}";

    public static string HelpKey(Guid attempt, string manager) => $"{Help}:{attempt:N}:{StaffMember.Normal(manager)}";

    /// <summary>Once to each practice manager for each time that somebody is set aside. The person comes last: an id may hold anything.</summary>
    public static string BackKey(string personId, DateOnly asideOn, string manager) =>
        $"{BackPrefix(manager)}{asideOn.ToString(Day, CultureInfo.InvariantCulture)}:{StaffMember.Normal(personId)}";

    /// <summary>Who is back, in the key of a delivery that says so; null for another.</summary>
    public static string? BackIn(PlannedDelivery delivery) =>
        Recipient.PersonIn(delivery.Place) is { } manager
        && BackPrefix(manager) is { } prefix
        && delivery.Key.StartsWith(prefix, StringComparison.Ordinal)
            ? delivery.Key[(prefix.Length + Day.Length + 1)..]
            : null;

    /// <summary>The day that stands in a key of an overdue list.</summary>
    public static DateOnly? DayIn(string key) =>
        DateOnly.TryParseExact(key[(key.LastIndexOf(':') + 1)..], Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static string BackPrefix(string manager) => $"{Help}:back:{StaffMember.Normal(manager)}:";
}
