namespace HartwoodPolicyBot.Core.PracticeAccounts;

/// <summary>Puts accounts and their access into words for people.</summary>
public static class PracticeAccountWords
{
    /// <summary>Returns the place and the name, such as "Instagram: @hartwood".</summary>
    public static string Of(PracticeAccount account) => account.Name.Length == 0 ? account.Platform : $"{account.Platform}: {account.Name}";

    public static string Of(PracticeAccountState state) =>
        state switch
        {
            PracticeAccountState.AskedFor => "Asked for",
            PracticeAccountState.Reported => "Reported",
            PracticeAccountState.Listed => "On the list",
            PracticeAccountState.Refused => "Not put on the list",
            PracticeAccountState.Removed => "Taken off the list",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "This state has no words"),
        };

    public static string Of(AccessState state) =>
        state switch
        {
            AccessState.Asked => "Waiting for a decision",
            AccessState.Granted => "May post",
            AccessState.Refused => "Refused",
            AccessState.TakenAway => "Taken away",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "This state has no words"),
        };

    /// <summary>Returns the names in one line, or "No one".</summary>
    public static string Names(IEnumerable<AccountAccess> access) =>
        string.Join(", ", access.Select(one => one.PersonName)) is { Length: > 0 } names ? names : "No one";

    public static string SecondFactor(PracticeAccount account) => account.HasSecondFactor ? "On" : "Off";
}
