using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.PracticeAccounts;

/// <summary>Holds what somebody writes about an account.</summary>
/// <param name="Platform">Where it is.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="HasSecondFactor">Whether signing in needs a second step.</param>
public sealed record PracticeAccountFields(string Platform, string Name, string Purpose, bool HasSecondFactor)
{
    /// <summary>Returns what must be corrected before a practice manager can put the account on the list; null for nothing.</summary>
    public Refusal? Wrong =>
        Platform.Length == 0 ? PracticeAccountRefusals.PlatformMissing
        : Name.Length == 0 ? PracticeAccountRefusals.NameMissing
        : Purpose.Length == 0 ? PracticeAccountRefusals.PurposeMissing
        : WrongLength;

    /// <summary>Returns the refusal for a text that is too long to be stored; null if all fit.</summary>
    internal Refusal? WrongLength =>
        Platform.Length > PracticeAccount.LongestPlatform
        || Name.Length > PracticeAccount.LongestName
        || Purpose.Length > PracticeAccount.LongestPurpose
            ? PracticeAccountRefusals.TooLong
            : null;

    /// <summary>
    /// Returns the fields with the identifiers of patients hidden. A phone number or an email address may be the name of an
    /// account, so these stay in the name.
    /// </summary>
    internal PracticeAccountFields Masked(DateOnly today)
    {
        var name = PatientIdentifiers.Check(Name, today);
        return this with
        {
            Platform = Fit(Platform, PracticeAccount.LongestPlatform),
            Name = name.Found.Any(IdentifierKinds.AreOnlyOfPatients) ? Excerpt.Cut(name.Text, PracticeAccount.LongestName) : Name,
            Purpose = Fit(Purpose, PracticeAccount.LongestPurpose),
        };

        // A word in place of an identifier can be longer than the identifier.
        string Fit(string text, int longest) => Excerpt.Cut(PatientIdentifiers.Mask(text, today), longest);
    }
}
