using System.Text;

namespace HartwoodPolicyBot.Teams.Cards;

/// <summary>
/// Limits the size of messages. Teams refuses more than 100 KB counted in UTF-16, and Microsoft advises to stay under 80 KB.
/// Every message is checked here before it is sent.
/// </summary>
/// <remarks>Source: learn.microsoft.com, "Format your bot messages", message size.</remarks>
public static class CardLimit
{
    public const int MostBytes = 80 * 1024;

    /// <summary>Returns the size of a serialised message as Teams counts it: 2 bytes for each UTF-16 unit.</summary>
    public static int SizeOf(ReadOnlySpan<byte> utf8) => 2 * Encoding.UTF8.GetCharCount(utf8);

    public static bool Allows(ReadOnlySpan<byte> utf8) => SizeOf(utf8) <= MostBytes;
}
