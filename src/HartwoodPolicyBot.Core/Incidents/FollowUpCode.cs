using System.Security.Cryptography;
using System.Text;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// The code by which an anonymous report is followed up. It comes from the form's own random id, so that a form which Teams
/// sends twice shows the same code; only its hash is kept.
/// </summary>
public static class FollowUpCode
{
    /// <summary>Without the letters and digits that look alike.</summary>
    private const string Letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private const int Length = 12;

    /// <summary>"ABCD-EFGH-JKMN".</summary>
    public static string Of(Guid formId)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"follow-up {formId:N}"));
        var code = new StringBuilder(Length + 2);
        for (var at = 0; at < Length; at++)
        {
            code.Append(at is 4 or 8 ? "-" : "").Append(Letters[bytes[at] % Letters.Length]);
        }

        return code.ToString();
    }

    /// <summary>What is kept: the same for the code however it is typed.</summary>
    public static string Hash(string code)
    {
        var plain = new string([.. code.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"kept {plain}")));
    }
}
