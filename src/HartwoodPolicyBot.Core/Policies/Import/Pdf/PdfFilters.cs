using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Unpacks the parts of a PDF, and stops where they unpack to more than a file may.</summary>
internal sealed class PdfFilters(CancellationToken cancellation) : IFilterProvider
{
    /// <summary>The most that LZW, which few programs still write, makes of one byte in practice.</summary>
    private const int MostByLzw = 64;
    private long left = ImportLimits.UnpackedBytes;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Limit(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) =>
        Limit(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Limit(DefaultFilterProvider.Instance.GetAllFilters());

    private List<IFilter> Limit(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new LimitedFilter(filter, this))];

    private void Take(long bytes)
    {
        cancellation.ThrowIfCancellationRequested();
        left -= bytes;
        if (left < 0)
        {
            throw new ImportStoppedException(ImportRefusals.Unpacked);
        }
    }

    /// <summary>Counts what a part unpacks to, without keeping it.</summary>
    private void CountDeflated(Memory<byte> input)
    {
        if (input.Length < 3)
        {
            return;
        }

        using var packed = new MemoryStream(input.ToArray(), 2, input.Length - 2);
        using var content = new DeflateStream(packed, CompressionMode.Decompress);
        var buffer = new byte[81920];
        try
        {
            for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
            {
                Take(read);
            }
        }
        catch (InvalidDataException)
        {
            // The library reads damaged parts in its own way, up to where they are damaged.
        }
    }

    private sealed class LimitedFilter(IFilter filter, PdfFilters limits) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (filter is FlateFilter)
            {
                limits.CountDeflated(input);
            }
            else
            {
                limits.Take(filter is LzwFilter ? (long)input.Length * MostByLzw : input.Length);
            }

            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
