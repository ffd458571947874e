using System.Runtime.InteropServices;
using System.Text;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>Writes what was learned as plain arrays, in the byte order of the machine.</summary>
internal sealed class LearnedWriter(Stream stream) : IDisposable
{
    private readonly BinaryWriter writer = new(stream, Encoding.UTF8, leaveOpen: true);

    public void Count(int count) => writer.Write7BitEncodedInt(count);

    public void Number(ulong number) => writer.Write(number);

    public void Weight(float weight) => writer.Write(weight);

    public void Text(string text) => writer.Write(text);

    public void Texts(IReadOnlyCollection<string> texts)
    {
        Count(texts.Count);
        foreach (var text in texts)
        {
            Text(text);
        }
    }

    public void Array<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Count(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    public void Dispose() => writer.Dispose();
}

/// <summary>Reads what <see cref="LearnedWriter"/> wrote, in the same order.</summary>
internal sealed class LearnedReader(Stream stream) : IDisposable
{
    private readonly BinaryReader reader = new(stream, Encoding.UTF8, leaveOpen: true);

    public int Count() => reader.Read7BitEncodedInt();

    public ulong Number() => reader.ReadUInt64();

    public float Weight() => reader.ReadSingle();

    public string Text() => reader.ReadString();

    public string[] Texts()
    {
        var texts = new string[Count()];
        foreach (ref var text in texts.AsSpan())
        {
            text = Text();
        }

        return texts;
    }

    public T[] Array<T>()
        where T : unmanaged
    {
        var values = GC.AllocateUninitializedArray<T>(Count());
        stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    public void Dispose() => reader.Dispose();
}
