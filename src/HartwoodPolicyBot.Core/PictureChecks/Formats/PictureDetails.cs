using System.Text;

namespace HartwoodPolicyBot.Core.PictureChecks.Formats;

/// <summary>
/// Holds the parts of a picture's file that describe it, cut out of the file: what a library reads, and what is read here because a
/// made-up file could make the library go on without end.
/// </summary>
/// <param name="ForLibrary">A JPEG or PNG file with the details alone.</param>
/// <param name="Packets">Descriptions in XMP, as they are in the file.</param>
/// <param name="Texts">Texts as they are in the file.</param>
internal sealed record PictureDetails(byte[] ForLibrary, IReadOnlyList<string> Packets, IReadOnlyList<string> Texts)
{
    /// <summary>The most that a part of a JPEG file can hold. No camera writes more, so larger parts are not read.</summary>
    private const int LongestPart = 65_500;
    private const int LongestText = 4096;
    private const int LongestPacket = 1024 * 1024;
    private const string PacketName = "http://ns.adobe.com/xap/1.0/\0";
    private const string OtherPacketNames = "http://ns.adobe.com/";
    private const string PngPacketName = "XML:com.adobe.xmp";

    public static PictureDetails OfJpeg(ReadOnlySpan<byte> file, PictureLayout layout)
    {
        const int Header = 4;
        using var jpeg = NewJpeg();
        var packets = new List<string>();
        foreach (var part in layout.Parts.Where(part => !part.IsNeeded && part.Length > Header))
        {
            var content = file.Slice(part.Start + Header, part.Length - Header);
            if (Begins(content, PacketName))
            {
                packets.Add(Encoding.UTF8.GetString(content[PacketName.Length..]));
            }
            else if (!Begins(content, OtherPacketNames))
            {
                jpeg.Write(file.Slice(part.Start, part.Length));
            }
        }

        return new(Ended(jpeg), packets, []);
    }

    public static PictureDetails OfPng(ReadOnlySpan<byte> file, PictureLayout layout)
    {
        using var png = new MemoryStream();
        var packets = new List<string>();
        var texts = new List<string>();
        foreach (var part in layout.Parts)
        {
            var whole = file.Slice(part.Start, part.Length);
            var kind = part.Start == 0 ? "" : Encoding.ASCII.GetString(whole.Slice(4, 4));
            if (kind is "" or "IHDR" or "IEND" || (kind is "eXIf" && part.Length < LongestPart))
            {
                png.Write(whole);
            }
            else if (PngFile.TextIn(kind, whole[8..^4]) is var (name, text))
            {
                var isPacket = name == PngPacketName;
                (isPacket ? packets : texts).Add(text.Length <= (isPacket ? LongestPacket : LongestText) ? text : text[..LongestText]);
            }
        }

        return new(png.ToArray(), packets, texts);
    }

    public static PictureDetails OfWebp(ReadOnlySpan<byte> file, PictureLayout layout)
    {
        const int Header = 8;
        using var jpeg = NewJpeg();
        var packets = new List<string>();
        foreach (var part in layout.Parts.Where(part => !part.IsNeeded && part.Length > Header))
        {
            var content = file.Slice(part.Start + Header, part.Length - Header);
            if (file[part.Start..].StartsWith("EXIF"u8))
            {
                Wrap(jpeg, Begins(content, "Exif\0\0") ? content[6..] : content);
            }
            else if (file[part.Start..].StartsWith("XMP "u8))
            {
                packets.Add(Encoding.UTF8.GetString(content[..Math.Min(content.Length, LongestPacket)]));
            }
        }

        return new(Ended(jpeg), packets, []);
    }

    public static PictureDetails OfHeic(ReadOnlySpan<byte> file, PictureLayout layout)
    {
        // The details begin behind a few bytes that say where.
        const int MostBefore = 64;
        using var jpeg = NewJpeg();
        var packets = new List<string>();
        foreach (var part in layout.Parts)
        {
            var content = file.Slice(part.Start, Math.Min(part.Length, LongestPacket));
            var beginning = content[..Math.Min(content.Length, MostBefore)];
            var start = Math.Max(beginning.IndexOf("MM\0*"u8), beginning.IndexOf("II*\0"u8));
            if (start >= 0)
            {
                Wrap(jpeg, content[start..]);
            }
            else
            {
                packets.Add(Encoding.UTF8.GetString(content));
            }
        }

        return new(Ended(jpeg), packets, []);
    }

    private static bool Begins(ReadOnlySpan<byte> content, string name) =>
        content.Length > name.Length && Encoding.ASCII.GetString(content[..name.Length]) == name;

    private static MemoryStream NewJpeg()
    {
        var jpeg = new MemoryStream();
        jpeg.Write([0xff, 0xd8]);
        return jpeg;
    }

    private static byte[] Ended(MemoryStream jpeg)
    {
        jpeg.Write([0xff, 0xd9]);
        return jpeg.ToArray();
    }

    /// <summary>Writes Exif details as a part of a JPEG file.</summary>
    private static void Wrap(MemoryStream jpeg, ReadOnlySpan<byte> details)
    {
        var length = details.Length + 8;
        if (length < LongestPart)
        {
            jpeg.Write([0xff, 0xe1, (byte)(length >> 8), (byte)length]);
            jpeg.Write("Exif\0\0"u8);
            jpeg.Write(details);
        }
    }
}
