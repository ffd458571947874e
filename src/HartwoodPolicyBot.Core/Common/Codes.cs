using System.Security.Cryptography;
using System.Text;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>Codes that people type, such as "ABCD-EFGH-JKMN", and secrets that nobody can guess.</summary>
public static class Codes
{
    /// <summary>Without the letters and digits that look alike.</summary>
    private const string Letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private const int Length = 12;

    /// <summary>A random code of 59 bits.</summary>
    public static string New() => InGroups(RandomNumberGenerator.GetString(Letters, Length));

    /// <summary>The code that always belongs to this text.</summary>
    public static string Of(string text) =>
        InGroups(string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(text)).Take(Length).Select(part => Letters[part % Letters.Length])));

    /// <summary>A code as it is written, however somebody typed it; null when it cannot be one.</summary>
    public static string? Read(string typed) => Plain(typed) is { Length: Length } plain ? InGroups(plain) : null;

    /// <summary>Only the letters and digits of what somebody typed, in capitals.</summary>
    public static string Plain(string typed) => new string([.. typed.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();

    /// <summary>A random secret of 256 bits, for an address.</summary>
    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes));

    /// <summary>What is kept in place of a secret: it tells whether somebody has it, and does not give it away.</summary>
    public static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Are these the same hash? The time that it takes tells nothing.</summary>
    public static bool AreSame(string hash, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash), Encoding.UTF8.GetBytes(other));

    private static string InGroups(string plain) => $"{plain[..4]}-{plain[4..8]}-{plain[8..]}";
}
