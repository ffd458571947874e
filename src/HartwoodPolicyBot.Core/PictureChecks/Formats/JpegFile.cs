using System.Buffers.Binary;

namespace HartwoodPolicyBot.Core.PictureChecks.Formats;

/// <summary>Reads the parts of a JPEG file, and makes a copy without what the picture does not need.</summary>
/// <remarks>Source: ITU-T T.81, annex B. A colour profile stays, because the colours would change without it.</remarks>
internal static class JpegFile
{
    private const byte Mark = 0xff;
    private const byte StartOfPicture = 0xd8;
    private const byte EndOfPicture = 0xd9;
    private const byte StartOfScan = 0xda;
    private const byte Comment = 0xfe;
    private const byte FirstApplication = 0xe0;
    private const byte Adobe = 0xee;
    private const byte LastApplication = 0xef;

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith<byte>([Mark, StartOfPicture, Mark]);

    public static PictureLayout Read(ReadOnlySpan<byte> file)
    {
        var parts = new List<PicturePart> { new(0, 2, IsNeeded: true) };
        var (width, height, at) = (0, 0, 2);
        while (at < file.Length && parts.Count < PictureLayout.MostParts)
        {
            var start = at;
            while (at < file.Length && file[at] == Mark)
            {
                at++;
            }

            if (at == start || at >= file.Length)
            {
                break;
            }

            var kind = file[at++];
            if (kind == EndOfPicture)
            {
                parts.Add(new(start, at - start, IsNeeded: true));
                return Layout(width, height, parts, file.Length - at);
            }

            if (kind is 0x01 or (>= 0xd0 and <= StartOfPicture))
            {
                continue;
            }

            if (
                at + 2 > file.Length
                || BinaryPrimitives.ReadUInt16BigEndian(file[at..]) is not (>= 2 and var length)
                || at + length > file.Length
            )
            {
                break;
            }

            var content = file.Slice(at + 2, length - 2);
            if (IsFrame(kind) && content.Length >= 5 && width == 0)
            {
                height = BinaryPrimitives.ReadUInt16BigEndian(content[1..]);
                width = BinaryPrimitives.ReadUInt16BigEndian(content[3..]);
            }

            at += length;
            if (kind == StartOfScan)
            {
                at = EndOfScan(file, at);
            }

            parts.Add(new(start, at - start, IsNeeded(kind, content)));
        }

        // A picture that breaks off is still shown by most programs, as far as it goes.
        return parts.Count < PictureLayout.MostParts
            ? Layout(width, height, parts, 0)
            : throw new PictureStoppedException(PictureRefusals.Broken);
    }

    /// <summary>Makes a copy with the needed parts only.</summary>
    /// <param name="file">The file.</param>
    /// <param name="layout">Its parts.</param>
    /// <param name="turn">How the picture is turned, from 1 to 8 as in Exif; 1 for a picture that is upright.</param>
    public static byte[] Copy(ReadOnlySpan<byte> file, PictureLayout layout, int turn)
    {
        using var copy = new MemoryStream(file.Length);
        copy.Write(file[..2]);
        if (turn != TurnOnly.Upright)
        {
            Span<byte> length = stackalloc byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(TurnOnly.ExifLength + 2));
            copy.Write([Mark, FirstApplication + 1]);
            copy.Write(length);
            copy.Write(TurnOnly.Exif(turn));
        }

        foreach (var part in layout.Parts.Skip(1).Where(part => part.IsNeeded))
        {
            copy.Write(file.Slice(part.Start, part.Length));
        }

        return copy.ToArray();
    }

    private static PictureLayout Layout(int width, int height, List<PicturePart> parts, int after) =>
        width > 0 && height > 0
            ? new(width, height, IsAnimated: false, parts) { BytesAfterEnd = after }
            : throw new PictureStoppedException(PictureRefusals.Broken);

    /// <summary>Returns whether a part states the size: all kinds of frame, but not the tables among their numbers.</summary>
    private static bool IsFrame(byte kind) => kind is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc);

    private static bool IsNeeded(byte kind, ReadOnlySpan<byte> content) =>
        kind switch
        {
            Comment => false,
            // A JFIF header ends in a small preview, unless its size is 0.
            FirstApplication => content.Length == 14 && content.StartsWith("JFIF\0"u8),
            FirstApplication + 2 => content.StartsWith("ICC_PROFILE\0"u8),
            Adobe => content.StartsWith("Adobe"u8) && content.Length <= 12,
            > FirstApplication and <= LastApplication => false,
            _ => true,
        };

    /// <summary>Returns where the coded picture ends: at the next mark that is not a restart or a coded 0xff.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length)
        {
            var next = file[at..].IndexOf(Mark);
            if (next < 0)
            {
                return file.Length;
            }

            at += next;
            if (at + 1 >= file.Length || file[at + 1] is not (0x00 or Mark or (>= 0xd0 and <= 0xd7)))
            {
                return at;
            }

            at += file[at + 1] == Mark ? 1 : 2;
        }

        return at;
    }
}
