namespace HartwoodPolicyBot.Core.Common;

/// <summary>Names the kinds of identifiers that <see cref="PatientIdentifiers"/> finds, as they stand in a masked text.</summary>
public static class IdentifierKinds
{
    internal const string NhsNumber = "NHS number";
    internal const string PhoneNumber = "phone number";
    internal const string Postcode = "postcode";
    internal const string DateOfBirth = "date of birth";
    internal const string Email = "email";

    internal static IReadOnlyList<string> All { get; } = [NhsNumber, PhoneNumber, Postcode, DateOfBirth, Email];

    /// <summary>
    /// Says whether an identifier of this kind is a patient's wherever it stands. A phone number, a postcode or an email address may be
    /// the practice's own.
    /// </summary>
    public static bool AreOnlyOfPatients(string kind) => kind is NhsNumber or DateOfBirth;
}
