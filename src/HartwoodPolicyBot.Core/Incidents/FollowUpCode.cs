using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Makes the code by which an anonymous reporter follows up their report. It is derived from the form's random id, so a
/// form that Teams sends twice shows the same code. Only a hash of the code is stored.
/// </summary>
public static class FollowUpCode
{
    /// <summary>Returns the code for a form, such as "ABCD-EFGH-JKMN".</summary>
    public static string Of(Guid formId) => Codes.Of($"follow-up {formId:N}");

    /// <summary>Returns the stored hash of a code, which is the same however the code is typed.</summary>
    public static string Hash(string code) => Codes.Hash($"kept {Codes.Plain(code)}");
}
