namespace HartwoodPolicyBot.Core.Common;

/// <summary>Says to people what <see cref="PatientIdentifiers"/> found.</summary>
internal static class IdentifierWords
{
    /// <param name="found">Kinds, as <see cref="PatientIdentifiers.Check"/> names them.</param>
    /// <returns>"a phone number", or "an NHS number, a phone number and a postcode".</returns>
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
