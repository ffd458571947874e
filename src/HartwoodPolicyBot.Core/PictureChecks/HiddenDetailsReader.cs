using System.Globalization;
using System.Text;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PictureChecks.Formats;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.Formats.Jpeg;
using Directory = MetadataExtractor.Directory;

namespace HartwoodPolicyBot.Core.PictureChecks;

/// <summary>Reads what a picture's file gives away besides the picture, with MetadataExtractor.</summary>
internal static class HiddenDetailsReader
{
    private const int LongestValue = 120;
    private const int MostDetails = 12;
    private const int RoomForLibrary = 32 * 1024 * 1024;
    private const int Orientation = 0x0112;
    private const int PreviewStart = 0x0201;
    private const int PreviewLength = 0x0202;

    /// <summary>How far the shapes of a picture and its preview may differ, because a preview has few pixels.</summary>
    private const double SameShape = 0.06;

    /// <summary>The tags by which a camera or a program names what it knows.</summary>
    /// <remarks>Source: Exif 2.32; IPTC-IIM 4.2; the tags from 0x9c9b are those of Windows.</remarks>
    private static readonly (HiddenKind Kind, Type Directory, int Tag)[] Tags =
    [
        (HiddenKind.Place, typeof(IptcDirectory), 0x025a),
        (HiddenKind.Place, typeof(IptcDirectory), 0x025c),
        (HiddenKind.Place, typeof(IptcDirectory), 0x0265),
        (HiddenKind.Time, typeof(ExifSubIfdDirectory), 0x9003),
        (HiddenKind.Time, typeof(ExifSubIfdDirectory), 0x9004),
        (HiddenKind.Time, typeof(ExifIfd0Directory), 0x0132),
        (HiddenKind.Device, typeof(ExifIfd0Directory), 0x010f),
        (HiddenKind.Device, typeof(ExifIfd0Directory), 0x0110),
        (HiddenKind.Device, typeof(ExifSubIfdDirectory), 0xa431),
        (HiddenKind.Device, typeof(ExifIfd0Directory), 0x0131),
        (HiddenKind.Person, typeof(ExifIfd0Directory), 0x013b),
        (HiddenKind.Person, typeof(ExifIfd0Directory), 0x8298),
        (HiddenKind.Person, typeof(ExifIfd0Directory), 0x9c9d),
        (HiddenKind.Person, typeof(ExifSubIfdDirectory), 0xa430),
        (HiddenKind.Person, typeof(IptcDirectory), 0x0250),
        (HiddenKind.Text, typeof(ExifIfd0Directory), 0x010e),
        (HiddenKind.Text, typeof(ExifSubIfdDirectory), 0x9286),
        (HiddenKind.Text, typeof(ExifIfd0Directory), 0x9c9b),
        (HiddenKind.Text, typeof(ExifIfd0Directory), 0x9c9c),
        (HiddenKind.Text, typeof(ExifIfd0Directory), 0x9c9e),
        (HiddenKind.Text, typeof(ExifIfd0Directory), 0x9c9f),
        (HiddenKind.Text, typeof(IptcDirectory), 0x0278),
        (HiddenKind.Text, typeof(IptcDirectory), 0x0269),
        (HiddenKind.Text, typeof(IptcDirectory), 0x0219),
    ];

    /// <summary>The names by which XMP says the same.</summary>
    private static readonly (HiddenKind Kind, string Name)[] Properties =
    [
        (HiddenKind.Place, "GPSLatitude"),
        (HiddenKind.Place, "GPSLongitude"),
        (HiddenKind.Place, "City"),
        (HiddenKind.Place, "Location"),
        (HiddenKind.Time, "DateTimeOriginal"),
        (HiddenKind.Time, "CreateDate"),
        (HiddenKind.Time, "DateCreated"),
        (HiddenKind.Device, "CreatorTool"),
        (HiddenKind.Device, "SerialNumber"),
        (HiddenKind.Person, "PersonDisplayName"),
        (HiddenKind.Person, "Name"),
        (HiddenKind.Person, "creator"),
        (HiddenKind.Person, "PersonInImage"),
        (HiddenKind.Text, "description"),
        (HiddenKind.Text, "title"),
        (HiddenKind.Text, "subject"),
        (HiddenKind.Text, "UserComment"),
    ];

    public static HiddenDetails Read(PictureFile file, DateOnly today)
    {
        var details = file.Details();
        var (directories, isComplete) = InLibrary(details.ForLibrary);
        var packets = details.Packets.Select(XmpPacket.Read).ToList();
        List<HiddenDetail> found =
        [
            .. directories.SelectMany(Of),
            .. packets.SelectMany(packet => packet.Values).SelectMany(Of),
            .. details.Texts.Select(text => new HiddenDetail(HiddenKind.Text, text)),
        ];
        if (Preview(file, directories) is { } preview)
        {
            found.Add(new(preview, ""));
        }

        if (file.BytesAfterEnd > 0)
        {
            found.Add(new(HiddenKind.MoreData, ""));
        }

        return new(
            [
                .. found
                    .Select(detail => detail with { Value = Clean(detail, today) })
                    .Where(detail => detail.Value.Length > 0 || detail.Kind >= HiddenKind.Preview)
                    .Distinct()
                    .OrderBy(detail => detail.Kind)
                    .Take(MostDetails),
            ],
            Turn(directories),
            isComplete && packets.TrueForAll(packet => packet.IsComplete)
        );
    }

    /// <summary>
    /// Reads details with the library, on a thread with room for what a made-up file puts deep into itself: the library calls itself
    /// for each level.
    /// </summary>
    private static (IReadOnlyList<Directory> Directories, bool IsComplete) InLibrary(byte[] details)
    {
        (IReadOnlyList<Directory>, bool) read = ([], false);
        var thread = new Thread(
            () =>
            {
                try
                {
                    read = (ImageMetadataReader.ReadMetadata(new MemoryStream(details, writable: false)), true);
                }
                catch (Exception fault) when (fault is not OutOfMemoryException)
                {
                    // The library throws nearly every sort of exception on damaged files.
                    read = ([], false);
                }
            },
            RoomForLibrary
        );
        thread.Start();
        thread.Join();
        return read;
    }

    private static IEnumerable<HiddenDetail> Of(Directory directory)
    {
        if (directory is GpsDirectory gps && Coordinates(gps) is { } place)
        {
            yield return new(HiddenKind.Place, place);
        }

        foreach (var (kind, type, tag) in Tags)
        {
            if (type.IsInstanceOfType(directory) && directory.ContainsTag(tag))
            {
                yield return new(kind, directory.GetDescription(tag) ?? "");
            }
        }

        if (directory is JpegCommentDirectory)
        {
            foreach (var tag in directory.Tags)
            {
                yield return new(HiddenKind.Text, tag.Description ?? "");
            }
        }
    }

    private static IEnumerable<HiddenDetail> Of((string Name, string Value) property) =>
        Properties
            .Where(one => one.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase))
            .Select(one => new HiddenDetail(one.Kind, property.Value));

    private static string? Coordinates(GpsDirectory gps)
    {
        var place = gps.GetGeoLocation();
        return place is { IsZero: false }
            ? string.Create(CultureInfo.InvariantCulture, $"{place.Latitude:0.00000}, {place.Longitude:0.00000}")
            : null;
    }

    private static int Turn(IReadOnlyList<Directory> directories) =>
        directories.OfType<ExifIfd0Directory>().FirstOrDefault() is { } main
        && main.TryGetInt32(Orientation, out var turn)
        && turn is >= TurnOnly.Upright and <= TurnOnly.Last
            ? turn
            : TurnOnly.Upright;

    /// <summary>Returns whether the file holds a preview, and whether that has another shape than the picture.</summary>
    private static HiddenKind? Preview(PictureFile file, IReadOnlyList<Directory> directories)
    {
        if (
            directories.OfType<ExifThumbnailDirectory>().FirstOrDefault() is not { } preview
            || !preview.TryGetInt32(PreviewLength, out var length)
            || length <= 0
        )
        {
            return null;
        }

        return
            preview.TryGetInt32(PreviewStart, out var start)
            && Shape(file, start, length) is { } shape
            && Math.Abs(shape * file.Height / file.Width - 1) > SameShape
            ? HiddenKind.WiderPreview
            : HiddenKind.Preview;
    }

    /// <summary>Returns the width of a preview divided by its height; null if it can't be read.</summary>
    private static double? Shape(PictureFile file, int start, int length)
    {
        const int BeforeDetails = 10;
        foreach (var part in file.Parts)
        {
            var at = part.Start + BeforeDetails + (long)start;
            if (
                part.Length > BeforeDetails
                && file.Bytes.AsSpan(part.Start + 4).StartsWith("Exif\0\0"u8)
                && start >= 0
                && at + length <= part.Start + part.Length
                && file.Bytes.AsSpan((int)at, length) is var preview
                && JpegFile.Is(preview)
            )
            {
                try
                {
                    var layout = JpegFile.Read(preview);
                    return (double)layout.Width / layout.Height;
                }
                catch (PictureStoppedException)
                {
                    return null;
                }
            }
        }

        return null;
    }

    /// <summary>Puts a value on one line, cuts it, and masks identifiers: the card stays in the chat.</summary>
    private static string Clean(HiddenDetail detail, DateOnly today)
    {
        var line = new StringBuilder();
        foreach (var letter in Excerpt.Cut(detail.Value, LongestValue * 4))
        {
            line.Append(char.IsControl(letter) || letter is '\ufffd' or '\ufffe' or '\uffff' ? ' ' : letter);
        }

        var words = string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return Excerpt.Of(
            detail.Kind is HiddenKind.Person or HiddenKind.Text ? PatientIdentifiers.Mask(words, today) : words,
            LongestValue
        );
    }
}
