using System.Globalization;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;

namespace HartwoodPolicyBot.Core.PracticeAccounts;

/// <summary>Lists the kinds and keys of the messages about practice accounts.</summary>
public static class PracticeAccountDeliveryKinds
{
    /// <summary>To a practice manager: somebody asks for access or for an account, or has come across one.</summary>
    public const string Request = "account-request";

    /// <summary>To the person who asked: what was decided.</summary>
    public const string Decision = "account-decision";

    /// <summary>To a practice manager, once a month: the accounts to look at.</summary>
    public const string Look = "account-look";

    /// <summary>To a practice manager: somebody has left who knows passwords.</summary>
    public const string Leaver = "account-leaver";

    /// <summary>Each kind with its words for people.</summary>
    public static IReadOnlyList<DeliveryKind> All { get; } =
    [
        new(Request, "Request about a practice account"),
        new(Decision, "Decision about a practice account"),
        new(Look, "Reminder to look at practice accounts"),
        new(Leaver, "Practice accounts whose password must be changed"),
    ];

    private const string AccessMark = "access";
    private const string AccountMark = "account";
    private const string Month = "yyyy-MM";
    private const string Day = "yyyy-MM-dd";

    public static string LookKey(DateOnly month, PersonId manager) =>
        $"{Look}:{month.ToString(Month, CultureInfo.InvariantCulture)}:{manager}";

    /// <summary>Says whether a delivery is about this month. A message that was held for weeks is not sent in another.</summary>
    public static bool IsOf(PlannedDelivery delivery, DateOnly month) =>
        Recipient.PersonIn(delivery.Place) is { } manager && delivery.Key == LookKey(month, manager);

    /// <summary>The person comes last, because an id may hold anything.</summary>
    public static string RequestKey(Guid account, int version, PersonId? person, PersonId manager) =>
        $"{RequestPrefix(manager)}{account:N}:{version.ToString(CultureInfo.InvariantCulture)}:{person?.Value}";

    /// <summary>Returns the person whose access a request is about; null for a request about an account.</summary>
    public static PersonId? PersonIn(PlannedDelivery delivery) =>
        Recipient.PersonIn(delivery.Place) is { } manager
        && delivery.Key.StartsWith(RequestPrefix(manager), StringComparison.Ordinal)
        && delivery.Key[RequestPrefix(manager).Length..].Split(':', 3) is [_, _, { Length: > 0 } person]
            ? PersonId.Of(person)
            : null;

    /// <summary>Once for each version of what was decided, so that each decision is told.</summary>
    public static string DecisionKey(Guid account, int version, bool isAccess, PersonId person) =>
        $"{Decision}:{account:N}:{(isAccess ? AccessMark : AccountMark)}:{version.ToString(CultureInfo.InvariantCulture)}:{person}";

    /// <summary>Says whether a decision is about the person's access, and not about an account that they asked for.</summary>
    public static bool IsAboutAccess(PlannedDelivery delivery) => delivery.Key.Split(':', 4) is [_, _, AccessMark, _];

    /// <summary>Once to each practice manager for each time that somebody is marked as having left.</summary>
    public static string LeaverKey(PersonId person, DateOnly leftOn, PersonId manager) =>
        $"{LeaverPrefix(manager)}{leftOn.ToString(Day, CultureInfo.InvariantCulture)}:{person}";

    /// <summary>Returns the person who has left, from the key of the message that says so.</summary>
    public static PersonId? LeaverIn(PlannedDelivery delivery) =>
        Recipient.PersonIn(delivery.Place) is { } manager
        && LeaverPrefix(manager) is { } prefix
        && delivery.Key.StartsWith(prefix, StringComparison.Ordinal)
            ? PersonId.Of(delivery.Key[(prefix.Length + Day.Length + 1)..])
            : null;

    private static string RequestPrefix(PersonId manager) => $"{Request}:{manager}:";

    private static string LeaverPrefix(PersonId manager) => $"{Leaver}:{manager}:";
}
