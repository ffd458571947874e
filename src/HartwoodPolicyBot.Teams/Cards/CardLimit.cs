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

    /// <summary>The size, in bytes on the wire, above which a card's texts are shortened. Every client shows cards up to it.</summary>
    /// <remarks>Source: learn.microsoft.com, message extension results: 28 KB.</remarks>
    public const int AdvisedBytes = 28 * 1024;

    /// <summary>Returns whether what is written stays below <see cref="AdvisedBytes"/>.</summary>
    public static bool IsShort(string json) => Encoding.UTF8.GetByteCount(json) < AdvisedBytes;

    public static bool Allows(string json) => 2 * json.Length <= MostBytes;

    /// <summary>Returns the size of a serialised message as Teams counts it: 2 bytes for each UTF-16 unit.</summary>
    public static int SizeOf(ReadOnlySpan<byte> utf8) => 2 * Encoding.UTF8.GetCharCount(utf8);

    public static bool Allows(ReadOnlySpan<byte> utf8) => SizeOf(utf8) <= MostBytes;
}
