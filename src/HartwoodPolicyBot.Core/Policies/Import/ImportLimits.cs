namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>How much of a file is read before it is refused, so that no file can use up the bot's memory or time.</summary>
internal static class ImportLimits
{
    public const int FileBytes = 10 * 1024 * 1024;

    /// <summary>All that a file unpacks to, counted while it is unpacked.</summary>
    public const long UnpackedBytes = 200L * 1024 * 1024;

    /// <summary>One part of a Word file that is read for its words or styles.</summary>
    public const long PartBytes = 40L * 1024 * 1024;

    public const int PackedParts = 5_000;
    public const int XmlDepth = 200;

    /// <summary>The elements, texts and ends of elements in one part: what takes memory when a part is read whole.</summary>
    public const int XmlNodes = 3_000_000;

    /// <summary>The characters of one policy: several times the longest that is known, some 400 pages.</summary>
    public const int TextLength = 2_000_000;

    public const int Blocks = 50_000;
    public const int PdfPages = 1_000;
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(20);
}
