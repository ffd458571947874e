using System.Buffers.Binary;
using System.Text;

namespace HartwoodPolicyBot.Core.PictureChecks.Formats;

/// <summary>Reads the parts of a WebP file, and makes a copy without what the picture does not need.</summary>
/// <remarks>Source: RFC 9649, "WebP Image Format".</remarks>
internal static class WebpFile
{
    private const int Header = 12;
    private const int PartHeader = 8;
    private const byte HasExif = 0x08;
    private const byte HasXmp = 0x04;
    private const byte HasAnimation = 0x02;
    private const int FourteenBits = 0x3fff;

    private static readonly string[] Needed = ["VP8X", "VP8 ", "VP8L", "ALPH", "ICCP"];

    public static bool Is(ReadOnlySpan<byte> file) =>
        file.Length > Header + PartHeader && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    public static PictureLayout Read(ReadOnlySpan<byte> file)
    {
        var parts = new List<PicturePart>();
        var (width, height, isAnimated) = (0, 0, false);
        var end = (int)Math.Min(file.Length, BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8L);
        var at = Header;
        while (at + PartHeader <= end && parts.Count < PictureLayout.MostParts)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            if (length > end - at - PartHeader)
            {
                break;
            }

            var kind = Encoding.ASCII.GetString(file.Slice(at, 4));
            var content = file.Slice(at + PartHeader, (int)length);
            isAnimated |= kind is "ANIM" or "ANMF" || (kind == "VP8X" && content.Length > 0 && (content[0] & HasAnimation) != 0);
            if (width == 0 && SizeIn(kind, content) is var (stated, high))
            {
                (width, height) = (stated, high);
            }

            // Each part is filled up to an even length.
            var whole = Math.Min(PartHeader + content.Length + (content.Length & 1), file.Length - at);
            parts.Add(new(at, whole, Needed.Contains(kind, StringComparer.Ordinal)));
            at += whole;
        }

        return width > 0 && height > 0 && parts.Count < PictureLayout.MostParts
            ? new(width, height, isAnimated, parts) { BytesAfterEnd = file.Length - at }
            : throw new PictureStoppedException(PictureRefusals.Broken);
    }

    /// <summary>Makes a copy with the needed parts only.</summary>
    /// <param name="file">The file.</param>
    /// <param name="layout">Its parts.</param>
    /// <param name="turn">How the picture is turned, from 1 to 8 as in Exif.</param>
    public static byte[] Copy(ReadOnlySpan<byte> file, PictureLayout layout, int turn)
    {
        using var copy = new MemoryStream(file.Length);
        copy.Write(file[..Header]);
        var isExtended = false;
        foreach (var part in layout.Parts.Where(part => part.IsNeeded))
        {
            copy.Write(file.Slice(part.Start, part.Length));
            isExtended |= file[part.Start..].StartsWith("VP8X"u8);
        }

        var keepsTurn = isExtended && turn != TurnOnly.Upright;
        if (keepsTurn)
        {
            Span<byte> length = stackalloc byte[4];
            var details = TurnOnly.Tiff(turn);
            BinaryPrimitives.WriteInt32LittleEndian(length, details.Length);
            copy.Write("EXIF"u8);
            copy.Write(length);
            copy.Write(details);
        }

        var bytes = copy.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        if (bytes.AsSpan(Header).StartsWith("VP8X"u8))
        {
            bytes[Header + PartHeader] = (byte)((bytes[Header + PartHeader] & ~(HasExif | HasXmp)) | (keepsTurn ? HasExif : 0));
        }

        return bytes;
    }

    private static (int Width, int Height)? SizeIn(string kind, ReadOnlySpan<byte> content) =>
        kind switch
        {
            "VP8X" when content.Length >= 10 => (1 + Three(content[4..]), 1 + Three(content[7..])),
            "VP8 " when content.Length >= 10 => (
                BinaryPrimitives.ReadUInt16LittleEndian(content[6..]) & FourteenBits,
                BinaryPrimitives.ReadUInt16LittleEndian(content[8..]) & FourteenBits
            ),
            "VP8L" when content.Length >= 5 && BinaryPrimitives.ReadUInt32LittleEndian(content[1..]) is var bits => (
                1 + (int)(bits & FourteenBits),
                1 + (int)((bits >> 14) & FourteenBits)
            ),
            _ => null,
        };

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
