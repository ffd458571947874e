using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace HartwoodPolicyBot.Testing;

/// <summary>Makes pictures as cameras, phones and attackers make them, without a library for pictures.</summary>
internal static class TestPicture
{
    public const string Camera = "Acme Phone 12";
    public const string Artist = "Priya Shah";
    public const string Place = "51.50725, -0.12750";

    /// <summary>Returns a JPEG file with the given size and details. Its coded picture is empty unless one is given.</summary>
    public static byte[] Jpeg(int width, int height, byte[]? exif = null, byte[]? after = null, params byte[][] parts) =>
        [
            0xff,
            0xd8,
            .. Part(0xe0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
            .. exif is null ? [] : Part(0xe1, [.. "Exif\0\0"u8, .. exif]),
            .. parts.SelectMany(part => part),
            .. Part(0xc0, [8, .. Two(height), .. Two(width), 1, 1, 0x11, 0]),
            .. Part(0xda, [1, 1, 0, 0, 63, 0]),
            0x12,
            0xff,
            0x00,
            0x34,
            0xff,
            0xd9,
            .. after ?? [],
        ];

    /// <summary>Puts details into a JPEG file that has none.</summary>
    public static byte[] WithExif(byte[] jpeg, byte[] exif) => [.. jpeg[..2], .. Part(0xe1, [.. "Exif\0\0"u8, .. exif]), .. jpeg[2..]];

    /// <summary>Returns one part of a JPEG file.</summary>
    public static byte[] Part(byte kind, byte[] content) => [0xff, kind, .. Two(content.Length + 2), .. content];

    /// <summary>Returns details that say where, when, with what and by whom a photo was taken, with a preview of 4 to 3.</summary>
    /// <param name="turn">How the picture is turned, as in Exif.</param>
    /// <param name="packet">An XMP packet inside the details; null for none.</param>
    public static byte[] Exif(int turn = 1, byte[]? packet = null)
    {
        var preview = Jpeg(160, 120);
        var tiff = new Tiff();
        var taken = tiff.Directory((0x9003, 2, Text("2026:11:20 09:15:00")), (0xa430, 2, Text(Artist)));
        var place = tiff.Directory(
            (1, 2, Text("N")),
            (2, 5, [.. Ratio(51, 1), .. Ratio(30, 1), .. Ratio(261, 10)]),
            (3, 2, Text("W")),
            (4, 5, [.. Ratio(0, 1), .. Ratio(7, 1), .. Ratio(39, 1)])
        );
        var data = tiff.Add(preview);
        (int, int, byte[])[] small = [(0x0103, 3, Two(6)), (0x0201, 4, Four(data)), (0x0202, 4, Four(preview.Length))];
        (int, int, byte[])[] main =
        [
            (0x010f, 2, Text(Camera[..4])),
            (0x0110, 2, Text(Camera)),
            (0x0112, 3, Two(turn)),
            (0x013b, 2, Text(Artist)),
            .. packet is null ? [] : ((int, int, byte[])[])[(0x02bc, 1, packet)],
            (0x8769, 4, Four(taken)),
            (0x8825, 4, Four(place)),
        ];
        return tiff.With(main, small);
    }

    /// <summary>Returns a grey PNG file, with other parts before its end.</summary>
    public static byte[] Png(int width, int height, params byte[][] parts)
    {
        using var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[width + 1];
            for (var number = 0; number < Math.Min(height, 64); number++)
            {
                packed.Write(row);
            }
        }

        return
        [
            0x89,
            .. "PNG\r\n"u8,
            0x1a,
            0x0a,
            .. Chunk("IHDR", [.. Four(width), .. Four(height), 8, 0, 0, 0, 0]),
            .. parts.SelectMany(part => part),
            .. Chunk("IDAT", rows.ToArray()),
            .. Chunk("IEND", []),
        ];
    }

    /// <summary>Returns one part of a PNG file.</summary>
    public static byte[] Chunk(string kind, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(kind), .. content];
        return [.. Four(content.Length), .. named, .. Four((int)Crc(named))];
    }

    /// <summary>Returns a part that unpacks to very many bytes.</summary>
    public static byte[] Bomb(int bytes)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[64 * 1024];
            for (var left = bytes; left > 0; left -= zeros.Length)
            {
                packing.Write(zeros);
            }
        }

        return Chunk("zTXt", [.. "Comment\0\0"u8, .. packed.ToArray()]);
    }

    /// <summary>Returns a WebP file with details; animated where it says so.</summary>
    public static byte[] Webp(int width, int height, byte[]? exif = null, bool isAnimated = false)
    {
        byte[] body =
        [
            .. "WEBP"u8,
            .. Riff("VP8X", [(byte)((exif is null ? 0 : 8) | (isAnimated ? 2 : 0)), 0, 0, 0, .. Three(width - 1), .. Three(height - 1)]),
            .. Riff("VP8 ", [0, 0, 0, 0x9d, 0x01, 0x2a, .. LittleTwo(width), .. LittleTwo(height), 0, 0]),
            .. exif is null ? [] : Riff("EXIF", exif),
        ];
        return [.. "RIFF"u8, .. LittleFour(body.Length), .. body];
    }

    /// <summary>Returns a HEIC file whose only item is its details.</summary>
    public static byte[] Heic(int width, int height, byte[] exif)
    {
        byte[] item = [0, 0, 0, 6, .. "Exif\0\0"u8, .. exif];
        var type = Box("ftyp", [.. "heic"u8, 0, 0, 0, 0, .. "heic"u8]);

        // The place of the item is known once the boxes before it have a length, which does not depend on it.
        var start = type.Length + Meta(0).Length + 8;
        return [.. type, .. Meta(start), .. Box("mdat", item)];

        byte[] Meta(int at) =>
            Box(
                "meta",
                [
                    .. Four(0),
                    .. Box("iinf", [.. Four(0), .. Two(1), .. Box("infe", [2, 0, 0, 0, .. Two(1), .. Two(0), .. "Exif"u8, 0])]),
                    .. Box("iloc", [.. Four(0), 0x44, 0x00, .. Two(1), .. Two(1), .. Two(0), .. Two(1), .. Four(at), .. Four(item.Length)]),
                    .. Box("iprp", Box("ipco", Box("ispe", [.. Four(0), .. Four(width), .. Four(height)]))),
                ]
            );
    }

    private static byte[] Box(string kind, byte[] content) => [.. Four(content.Length + 8), .. Encoding.ASCII.GetBytes(kind), .. content];

    private static byte[] Riff(string kind, byte[] content) =>
        [
            .. Encoding.ASCII.GetBytes(kind),
            .. LittleFour(content.Length),
            .. content,
            .. content.Length % 2 == 1 ? [0] : Array.Empty<byte>(),
        ];

    private static byte[] Text(string text) => [.. Encoding.ASCII.GetBytes(text), 0];

    private static byte[] Ratio(int above, int below) => [.. Four(above), .. Four(below)];

    private static byte[] Two(int number) => [(byte)(number >> 8), (byte)number];

    private static byte[] LittleTwo(int number) => [(byte)number, (byte)(number >> 8)];

    private static byte[] Three(int number) => [(byte)number, (byte)(number >> 8), (byte)(number >> 16)];

    private static byte[] LittleFour(int number) => [.. Three(number), (byte)(number >> 24)];

    private static byte[] Four(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xedb88320);
            }
        }

        return ~crc;
    }

    /// <summary>Writes details in the form that Exif has: directories of values, and values behind them.</summary>
    private sealed class Tiff
    {
        private const int Header = 8;
        private const int EntryLength = 12;
        private readonly List<byte> behind = [];

        public int Add(byte[] content)
        {
            behind.AddRange(content);
            behind.AddRange(new byte[content.Length % 2]);
            return Header + behind.Count - content.Length - content.Length % 2;
        }

        /// <summary>Returns where the directory begins.</summary>
        public int Directory(params (int Tag, int Type, byte[] Value)[] entries) => Add(Of(Entries(entries), 0));

        /// <summary>Returns all of it: the first directory, and behind it the one of the preview, to which it leads.</summary>
        public byte[] With((int Tag, int Type, byte[] Value)[] main, (int Tag, int Type, byte[] Value)[] preview)
        {
            var entries = Entries(main);
            var start = Header + behind.Count;
            Add(Of(entries, start + Of(entries, 0).Length));
            Add(Of(Entries(preview), 0));
            return [.. "MM\0*"u8, .. Four(start), .. behind];
        }

        private static byte[] Of(byte[] entries, int next) => [.. Two(entries.Length / EntryLength), .. entries, .. Four(next)];

        /// <summary>Returns the entries of a directory, and puts the values that don't fit into them before it.</summary>
        private byte[] Entries((int Tag, int Type, byte[] Value)[] entries)
        {
            var written = new List<byte>();
            foreach (var (tag, type, value) in entries)
            {
                var size = type switch
                {
                    3 => 2,
                    4 => 4,
                    5 => 8,
                    _ => 1,
                };
                written.AddRange([.. Two(tag), .. Two(type), .. Four(value.Length / size)]);
                written.AddRange(value.Length > 4 ? Four(Add(value)) : [.. value, .. new byte[4 - value.Length]]);
            }

            return [.. written];
        }
    }
}
