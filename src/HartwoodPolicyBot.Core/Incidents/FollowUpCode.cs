using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// The code by which an anonymous report is followed up. It comes from the form's own random id, so that a form which Teams
/// sends twice shows the same code; only its hash is kept.
/// </summary>
public static class FollowUpCode
{
    /// <summary>"ABCD-EFGH-JKMN".</summary>
    public static string Of(Guid formId) => Codes.Of($"follow-up {formId:N}");

    /// <summary>What is kept: the same for the code however it is typed.</summary>
    public static string Hash(string code) => Codes.Hash($"kept {Codes.Plain(code)}");
}
