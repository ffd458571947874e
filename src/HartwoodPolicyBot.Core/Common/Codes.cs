using System.Security.Cryptography;
using System.Text;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>Makes codes that people type, such as "ABCD-EFGH-JKMN", and secrets that nobody can guess.</summary>
public static class Codes
{
    /// <summary>Letters and digits that can't be mistaken for each other.</summary>
    private const string Letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private const int Length = 12;

    /// <summary>Returns a random code of 59 bits.</summary>
    public static string New() => InGroups(RandomNumberGenerator.GetString(Letters, Length));

    /// <summary>Returns a code that is always the same for the same text.</summary>
    public static string Of(string text) =>
        InGroups(string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(text)).Take(Length).Select(part => Letters[part % Letters.Length])));

    /// <summary>
    /// Returns a typed code in its standard form, whatever its spaces, dashes and case; null when it has the wrong length.
    /// </summary>
    public static string? Read(string typed) => Plain(typed) is { Length: Length } plain ? InGroups(plain) : null;

    /// <summary>Returns only the letters and digits of a typed text, in capitals.</summary>
    public static string Plain(string typed) => new string([.. typed.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();

    /// <summary>Returns a random secret of 256 bits, to be part of a link.</summary>
    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes));

    /// <summary>Returns the hash that is stored instead of a secret. It can check a secret but doesn't reveal it.</summary>
    public static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Says whether two hashes are equal, in constant time, so that the time taken reveals nothing.</summary>
    public static bool AreSame(string hash, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash), Encoding.UTF8.GetBytes(other));

    private static string InGroups(string plain) => $"{plain[..4]}-{plain[4..8]}-{plain[8..]}";
}
