namespace HartwoodPolicyBot.Core.Common;

/// <summary>Puts what <see cref="PatientIdentifiers"/> found into words.</summary>
public static class IdentifierWords
{
    /// <summary>Returns the kinds as a list in a sentence.</summary>
    /// <param name="found">Kinds, as <see cref="PatientIdentifiers.Check"/> names them.</param>
    /// <returns>Such as "a phone number", or "an NHS number, a phone number and a postcode".</returns>
    public static string Listed(IEnumerable<string> found) => Joined([.. found.Distinct().Select(Named)]);

    /// <summary>Returns the kinds as a list in a sentence, with how often each was found.</summary>
    /// <returns>Such as "an NHS number and 2 phone numbers".</returns>
    public static string Counted(IEnumerable<string> found) =>
        Joined([
            .. found.GroupBy(kind => kind).Select(kind => kind.Count() == 1 ? Named(kind.Key) : $"{kind.Count()} {Several(kind.Key)}"),
        ]);

    private static string Joined(IReadOnlyList<string> named) =>
        named.Count < 2 ? string.Concat(named) : $"{string.Join(", ", named.SkipLast(1))} and {named[^1]}";

    private static string Several(string kind) =>
        kind switch
        {
            IdentifierKinds.DateOfBirth => "dates of birth",
            IdentifierKinds.Email => "email addresses",
            _ => $"{kind}s",
        };

    private static string Named(string kind) =>
        kind switch
        {
            IdentifierKinds.NhsNumber => "an NHS number",
            IdentifierKinds.Email => "an email address",
            _ => $"a {kind}",
        };
}
