using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Knows the codes that builds up to November 2026 gave to anonymous reporters. They follow from the form's id, which stands in
/// the reporter's chat, so no new code is made this way.
/// </summary>
public static class EarlierFollowUpCode
{
    /// <summary>Returns the code for a form, such as "ABCD-EFGH-JKMN".</summary>
    public static string Of(Guid formId) => Codes.Of($"follow-up {formId:N}");

    /// <summary>Returns the hash of a code that was stored, which is the same however the code is typed.</summary>
    public static string Hash(string code) => Codes.Hash($"kept {Codes.Plain(code)}");
}
