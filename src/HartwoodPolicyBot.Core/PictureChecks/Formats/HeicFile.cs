using System.Text;

namespace HartwoodPolicyBot.Core.PictureChecks.Formats;

/// <summary>Reads a HEIC file, the kind of photo that iPhones take. Its details are items of their own in the file.</summary>
/// <remarks>Source: ISO/IEC 14496-12, boxes meta, iinf and iloc; ISO/IEC 23008-12.</remarks>
internal static class HeicFile
{
    private const int MostItems = 10_000;
    private static readonly string[] Brands = ["heic", "heix", "heim", "heis", "mif1", "msf1", "hevc", "hevx"];
    private static readonly string[] Moving = ["msf1", "hevc", "hevx"];
    private static readonly string[] Hidden = ["Exif", "mime", "uri "];

    public static bool Is(ReadOnlySpan<byte> file) =>
        file.Length > 16 && file[4..].StartsWith("ftyp"u8) && Brands.Contains(Brand(file), StringComparer.Ordinal);

    /// <summary>Returns the size, and as parts the items that hold details.</summary>
    public static PictureLayout Read(ReadOnlySpan<byte> file)
    {
        if (HeicBox.In(file, 0, file.Length).FirstOrDefault(box => box.Kind == "meta") is not { Kind: not null } meta)
        {
            throw new PictureStoppedException(PictureRefusals.Broken);
        }

        // The content of this box begins with a version and flags.
        var boxes = HeicBox.In(file, meta.Start + 4, meta.End);
        var (width, height) = Size(file, boxes);
        return width > 0 && height > 0
            ? new(width, height, Moving.Contains(Brand(file), StringComparer.Ordinal), Details(file, boxes))
            : throw new PictureStoppedException(PictureRefusals.Broken);
    }

    /// <summary>Makes a copy in which the details are overwritten, so that nothing else in the file moves.</summary>
    public static byte[] Copy(ReadOnlySpan<byte> file, PictureLayout layout)
    {
        var copy = file.ToArray();
        foreach (var part in layout.Parts)
        {
            copy.AsSpan(part.Start, part.Length).Clear();
        }

        return copy;
    }

    private static string Brand(ReadOnlySpan<byte> file) => Encoding.ASCII.GetString(file.Slice(8, 4));

    /// <summary>Returns the largest size that the file states: it also states those of its tiles and its preview.</summary>
    private static (int Width, int Height) Size(ReadOnlySpan<byte> file, IReadOnlyList<HeicBox> boxes)
    {
        (long Width, long Height) largest = (0, 0);
        foreach (var properties in boxes.Where(box => box.Kind == "iprp"))
        {
            foreach (var container in HeicBox.In(file, properties.Start, properties.End).Where(box => box.Kind == "ipco"))
            {
                foreach (var box in HeicBox.In(file, container.Start, container.End).Where(box => box.Kind == "ispe"))
                {
                    var numbers = new NumberReader(file[box.Start..box.End]);
                    numbers.Next(4);
                    (long Width, long Height) size = (numbers.Next(4), numbers.Next(4));
                    largest = size.Width * size.Height > largest.Width * largest.Height ? size : largest;
                }
            }
        }

        return ((int)Math.Min(largest.Width, int.MaxValue), (int)Math.Min(largest.Height, int.MaxValue));
    }

    private static List<PicturePart> Details(ReadOnlySpan<byte> file, IReadOnlyList<HeicBox> boxes)
    {
        var parts = new List<PicturePart>();
        var hidden = HiddenItems(file, boxes);
        var data = boxes.FirstOrDefault(box => box.Kind == "idat");
        foreach (var box in boxes.Where(box => box.Kind == "iloc"))
        {
            var numbers = new NumberReader(file[box.Start..box.End]);
            var version = numbers.Next(4) >> 24;
            var sizes = numbers.Next(2);
            var (offsetSize, lengthSize, baseSize) = ((int)(sizes >> 12) & 15, (int)(sizes >> 8) & 15, (int)(sizes >> 4) & 15);
            var indexSize = version > 0 ? (int)sizes & 15 : 0;
            var idSize = version == 2 ? 4 : 2;
            for (var left = Math.Min(numbers.Next(idSize), MostItems); left > 0 && !numbers.HasEnded; left--)
            {
                var item = numbers.Next(idSize);
                var isInside = version > 0 && (numbers.Next(2) & 15) == 1;
                numbers.Next(2);
                var from = numbers.Next(baseSize) + (isInside ? data.Start : 0);
                for (var extents = numbers.Next(2); extents > 0 && !numbers.HasEnded; extents--)
                {
                    numbers.Next(indexSize);
                    var (start, length) = (from + numbers.Next(offsetSize), numbers.Next(lengthSize));
                    if (hidden.Contains(item) && start > 0 && length > 0 && start <= file.Length - length)
                    {
                        parts.Add(new((int)start, (int)length, IsNeeded: false));
                    }
                }
            }
        }

        return parts;
    }

    private static HashSet<long> HiddenItems(ReadOnlySpan<byte> file, IReadOnlyList<HeicBox> boxes)
    {
        var items = new HashSet<long>();
        foreach (var list in boxes.Where(box => box.Kind == "iinf"))
        {
            var isLong = list.Start < list.End && file[list.Start] > 0;
            foreach (var box in HeicBox.In(file, list.Start + (isLong ? 8 : 6), list.End).Where(box => box.Kind == "infe"))
            {
                var numbers = new NumberReader(file[box.Start..box.End]);
                var version = numbers.Next(4) >> 24;
                var item = numbers.Next(version == 3 ? 4 : 2);
                numbers.Next(2);
                var at = box.Start + (version == 3 ? 10 : 8);
                if (
                    version >= 2
                    && at + 4 <= box.End
                    && Hidden.Contains(Encoding.ASCII.GetString(file.Slice(at, 4)), StringComparer.Ordinal)
                )
                {
                    items.Add(item);
                }
            }
        }

        return items;
    }
}
