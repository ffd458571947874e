namespace HartwoodPolicyBot.Core.Common;

/// <summary>Puts what <see cref="PatientIdentifiers"/> found into words.</summary>
internal static class IdentifierWords
{
    /// <summary>Returns the kinds as a list in a sentence.</summary>
    /// <param name="found">Kinds, as <see cref="PatientIdentifiers.Check"/> names them.</param>
    /// <returns>Such as "a phone number", or "an NHS number, a phone number and a postcode".</returns>
    public static string Listed(IEnumerable<string> found)
    {
        var named = found.Distinct().Select(Named).ToList();
        return named.Count < 2 ? string.Concat(named) : $"{string.Join(", ", named.SkipLast(1))} and {named[^1]}";
    }

    private static string Named(string kind) =>
        kind switch
        {
            "NHS number" => "an NHS number",
            "email" => "an email address",
            _ => $"a {kind}",
        };
}
