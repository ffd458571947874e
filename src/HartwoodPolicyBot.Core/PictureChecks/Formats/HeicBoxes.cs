using System.Buffers.Binary;
using System.Text;

namespace HartwoodPolicyBot.Core.PictureChecks.Formats;

/// <summary>Represents one box of a HEIC file: its kind, and where its content is.</summary>
internal readonly record struct HeicBox(string Kind, int Start, int End)
{
    /// <summary>Returns the boxes inside a part of a file. What is no box ends the list.</summary>
    public static IReadOnlyList<HeicBox> In(ReadOnlySpan<byte> file, int start, int end)
    {
        const int Header = 8;
        var boxes = new List<HeicBox>();
        for (var at = start; at + Header <= end && boxes.Count < PictureLayout.MostParts; )
        {
            long length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            var content = at + Header;
            if (length == 1 && at + 2 * Header <= end)
            {
                length = BinaryPrimitives.ReadInt64BigEndian(file[content..]);
                content += Header;
            }

            length = length == 0 ? end - at : length;
            if (length < content - at || length > end - at)
            {
                break;
            }

            boxes.Add(new(Encoding.ASCII.GetString(file.Slice(at + 4, 4)), content, at + (int)length));
            at += (int)length;
        }

        return boxes;
    }
}

/// <summary>Reads numbers one after the other, as long as there are any.</summary>
internal ref struct NumberReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> left = bytes;

    public bool HasEnded { get; private set; }

    /// <summary>Returns the next number, of 0 to 8 bytes; 0 behind the end.</summary>
    public long Next(int bytes)
    {
        if (bytes > left.Length)
        {
            HasEnded = true;
            return 0;
        }

        long number = 0;
        foreach (var one in left[..bytes])
        {
            number = (number << 8) | one;
        }

        left = left[bytes..];
        return number;
    }
}
