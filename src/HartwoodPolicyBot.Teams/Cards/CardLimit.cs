using System.Text;

namespace HartwoodPolicyBot.Teams.Cards;

/// <summary>
/// The size that a message may have. Teams refuses over 100 KB counted in UTF-16; Microsoft advises to keep under 80 KB.
/// Every message passes here before it is sent.
/// </summary>
/// <remarks>Source: learn.microsoft.com, "Format your bot messages", message size.</remarks>
public static class CardLimit
{
    public const int MostBytes = 80 * 1024;

    /// <summary>The size of a serialised message as Teams counts it: two bytes a UTF-16 unit.</summary>
    public static int SizeOf(ReadOnlySpan<byte> utf8) => 2 * Encoding.UTF8.GetCharCount(utf8);

    public static bool Allows(ReadOnlySpan<byte> utf8) => SizeOf(utf8) <= MostBytes;
}
