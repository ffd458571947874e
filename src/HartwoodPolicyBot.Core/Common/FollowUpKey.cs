using System.Security.Cryptography;
using System.Text;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>
/// Holds the secret from which the codes of anonymous reports are made. It is kept outside the database, so that nobody can
/// find out from the database, together with the chats in Teams, who made an anonymous report.
/// </summary>
public sealed class FollowUpKey(byte[] key)
{
    public const int Bytes = 32;

    /// <summary>Tells this key from another one, and gives nothing of it away.</summary>
    public string Id { get; } = Convert.ToHexString(Hash(key, "id"))[..8];

    /// <summary>Returns a hash of a text, which nobody can compute without the key.</summary>
    public byte[] HashOf(string text) => Hash(key, text);

    /// <summary>Makes a key from the text in the settings.</summary>
    internal static FollowUpKey Of(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] Hash(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
