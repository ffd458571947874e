namespace HartwoodPolicyBot.Core.PracticeAccounts;

/// <summary>
/// Represents an account on social media that speaks for the practice, or one that somebody has asked for or come across.
/// </summary>
/// <remarks>Source: the policy, Practice social media accounts.</remarks>
public sealed class PracticeAccount
{
    public const int LongestPlatform = 60;
    public const int LongestName = 100;
    public const int LongestPurpose = 300;
    public const int LongestWhy = 500;

    public Guid Id { get; init; }

    /// <summary>Where the account is, such as "Instagram".</summary>
    public required string Platform { get; init; }

    /// <summary>The name of the account there. It is empty while nobody has chosen one.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for. It is empty until a practice manager has written it.</summary>
    public required string Purpose { get; init; }

    /// <summary>Says whether signing in needs a second step, such as a code.</summary>
    public bool HasSecondFactor { get; init; }

    public PracticeAccountState State { get; init; }

    /// <summary>The person who asked for it or said that it exists; null if a practice manager put it on the list.</summary>
    public string? AskedById { get; init; }

    public string? AskedByName { get; init; }

    /// <summary>What that person wrote, with identifiers hidden.</summary>
    public string? Why { get; init; }

    /// <summary>The time when it was first heard of, in UTC.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The time when a practice manager put it on the list, in UTC.</summary>
    public DateTimeOffset? ListedAt { get; init; }

    /// <summary>The time when it was taken off the list, or not put on it, in UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Counts the changes. A click on an older card names an older version and changes nothing.</summary>
    public int Version { get; init; }

    public bool IsRequest => State is PracticeAccountState.AskedFor or PracticeAccountState.Reported;
}

/// <summary>Says how far an account has come. The numbers are stored.</summary>
public enum PracticeAccountState
{
    /// <summary>Somebody would like the practice to have it.</summary>
    AskedFor = 1,

    /// <summary>Somebody said that it exists, and it is not on the list.</summary>
    Reported = 2,

    /// <summary>It is on the list.</summary>
    Listed = 3,

    /// <summary>A practice manager decided against it.</summary>
    Refused = 4,

    /// <summary>It was on the list, and a practice manager took it off.</summary>
    Removed = 5,
}

/// <summary>Holds what one person may do with one account.</summary>
public sealed class AccountAccess
{
    public Guid AccountId { get; init; }

    /// <summary>The person's id in lower case.</summary>
    public required string PersonId { get; init; }

    public required string PersonName { get; init; }

    public AccessState State { get; init; }

    /// <summary>Why they asked, with identifiers hidden; null if a practice manager gave it unasked.</summary>
    public string? Why { get; init; }

    /// <summary>The time when they asked or were given it, in UTC.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>Says whether they hold the sign-in: they look after the password and the second factor.</summary>
    public bool HoldsSignIn { get; init; }

    /// <summary>Says whether the account's password must be changed, because they knew it and may no longer post.</summary>
    public bool PasswordToChange { get; init; }

    /// <summary>The practice manager who decided last.</summary>
    public string? DecidedById { get; init; }

    public string? DecidedByName { get; init; }

    /// <summary>The time of that decision, in UTC.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Counts the changes, so that of two decisions at once only the first is taken.</summary>
    public int Version { get; init; }
}

/// <summary>Says whether somebody may post with an account. The numbers are stored.</summary>
public enum AccessState
{
    Asked = 1,
    Granted = 2,
    Refused = 3,
    TakenAway = 4,
}

/// <summary>Records that a practice manager has looked at an account in a month. There is one for each account and month.</summary>
/// <remarks>Source: the policy, Practice manager: "responsible for … monitoring use of any practice social media accounts".</remarks>
public sealed class AccountLook
{
    public Guid AccountId { get; init; }

    /// <summary>The first day of the month in London.</summary>
    public DateOnly Month { get; init; }

    /// <summary>The time, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    public required string ById { get; init; }

    public required string ByName { get; init; }
}
