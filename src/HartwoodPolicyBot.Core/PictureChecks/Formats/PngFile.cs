using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace HartwoodPolicyBot.Core.PictureChecks.Formats;

/// <summary>Reads the parts of a PNG file, and makes a copy without what the picture does not need.</summary>
/// <remarks>Source: W3C, "Portable Network Graphics (PNG) Specification".</remarks>
internal static class PngFile
{
    /// <summary>What a part's text or profile may unpack to. Those of real pictures are a few kilobytes.</summary>
    private const int MostUnpacked = 4 * 1024 * 1024;
    private const int Around = 12;

    private static readonly string[] Needed =
    [
        "IHDR",
        "PLTE",
        "IDAT",
        "IEND",
        "tRNS",
        "gAMA",
        "cHRM",
        "sRGB",
        "iCCP",
        "cICP",
        "sBIT",
        "bKGD",
        "pHYs",
    ];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    public static PictureLayout Read(ReadOnlySpan<byte> file)
    {
        var parts = new List<PicturePart> { new(0, Signature.Length, IsNeeded: true) };
        var (width, height, isAnimated, unpacked) = (0, 0, false, 0);
        for (var at = Signature.Length; at + Around <= file.Length && parts.Count < PictureLayout.MostParts; )
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - Around)
            {
                break;
            }

            var kind = Encoding.ASCII.GetString(file.Slice(at + 4, 4));
            var content = file.Slice(at + 8, (int)length);
            if (kind == "IHDR" && content.Length >= 8)
            {
                width = BinaryPrimitives.ReadInt32BigEndian(content);
                height = BinaryPrimitives.ReadInt32BigEndian(content[4..]);
            }

            unpacked += UnpackedLength(kind, content, MostUnpacked - unpacked);
            isAnimated |= kind is "acTL" or "fcTL" or "fdAT";
            parts.Add(new(at, content.Length + Around, Needed.Contains(kind, StringComparer.Ordinal)));
            at += content.Length + Around;
            if (kind == "IEND")
            {
                return Layout(file.Length - at);
            }
        }

        return parts.Count < PictureLayout.MostParts ? Layout(0) : throw new PictureStoppedException(PictureRefusals.Broken);

        PictureLayout Layout(int after) =>
            width > 0 && height > 0
                ? new(width, height, isAnimated, parts) { BytesAfterEnd = after }
                : throw new PictureStoppedException(PictureRefusals.Broken);
    }

    public static byte[] Copy(ReadOnlySpan<byte> file, PictureLayout layout)
    {
        using var copy = new MemoryStream(file.Length);
        foreach (var part in layout.Parts.Where(part => part.IsNeeded))
        {
            copy.Write(file.Slice(part.Start, part.Length));
        }

        return copy.ToArray();
    }

    /// <summary>Returns the name and the words of a part that holds a text; null for other parts.</summary>
    public static (string Name, string Words)? TextIn(string kind, ReadOnlySpan<byte> content)
    {
        if (kind is not ("tEXt" or "zTXt" or "iTXt") || content.IndexOf((byte)0) is not (>= 0 and var end))
        {
            return null;
        }

        var name = Encoding.Latin1.GetString(content[..end]);
        if (Packed(kind, content) is { IsEmpty: false } packed)
        {
            using var unpacked = new MemoryStream();
            Unpack(packed, MostUnpacked, bytes => unpacked.Write(bytes));
            return (name, Encoding.UTF8.GetString(unpacked.ToArray()));
        }

        return kind switch
        {
            "tEXt" => (name, Encoding.Latin1.GetString(content[(end + 1)..])),
            "iTXt" => (name, Encoding.UTF8.GetString(AfterNames(content[Math.Min(content.Length, end + 3)..]))),
            _ => null,
        };
    }

    private static int UnpackedLength(string kind, ReadOnlySpan<byte> content, int most) =>
        Packed(kind, content) is { IsEmpty: false } packed ? Unpack(packed, most, static _ => { }) : 0;

    /// <summary>Returns the packed bytes in a part; none in a part that is not packed.</summary>
    private static ReadOnlySpan<byte> Packed(string kind, ReadOnlySpan<byte> content)
    {
        var end = content.IndexOf((byte)0);
        return end < 0 ? default
            : kind is "zTXt" or "iCCP" ? content[Math.Min(content.Length, end + 2)..]
            : kind is "iTXt" && end + 1 < content.Length && content[end + 1] != 0 ? AfterNames(content[Math.Min(content.Length, end + 3)..])
            : default;
    }

    /// <summary>Unpacks a part and returns its length, and stops at one that unpacks to far more than any picture has.</summary>
    private static int Unpack(ReadOnlySpan<byte> packed, int most, Action<byte[]> take)
    {
        try
        {
            using var unpacking = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[4096];
            var length = 0;
            for (int read; (read = unpacking.Read(buffer)) > 0; )
            {
                if ((length += read) > most)
                {
                    throw new PictureStoppedException(PictureRefusals.Bomb);
                }

                take(buffer[..read]);
            }

            return length;
        }
        catch (InvalidDataException)
        {
            return 0;
        }
    }

    /// <summary>Returns what follows the language and the translated name of an international text.</summary>
    private static ReadOnlySpan<byte> AfterNames(ReadOnlySpan<byte> content)
    {
        for (var skipped = 0; skipped < 2; skipped++)
        {
            var end = content.IndexOf((byte)0);
            content = end < 0 ? default : content[(end + 1)..];
        }

        return content;
    }
}
