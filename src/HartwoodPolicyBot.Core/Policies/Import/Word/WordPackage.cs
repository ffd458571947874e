using System.IO.Compression;
using System.Xml;

namespace HartwoodPolicyBot.Core.Policies.Import.Word;

/// <summary>
/// Checks a Word file before anything opens it: what it unpacks to, counted and not as the file states it, what its XML holds,
/// and whether it has macros.
/// </summary>
internal static class WordPackage
{
    private static readonly XmlReaderSettings Xml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = ImportLimits.PartBytes,
        CloseInput = false,
    };

    public static XmlReader Reader(Stream part) => XmlReader.Create(part, Xml);

    /// <exception cref="ImportStoppedException">It is no Word file, or one that is not read.</exception>
    public static void Check(byte[] bytes, CancellationToken cancellation)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > ImportLimits.PackedParts)
        {
            throw new ImportStoppedException(ImportRefusals.Unpacked);
        }

        if (zip.Entries.Any(part => part.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw new ImportStoppedException(ImportRefusals.Macros);
        }

        if (
            zip.GetEntry("[Content_Types].xml") is null
            || !zip.Entries.Any(part => part.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase))
        )
        {
            throw new ImportStoppedException(ImportRefusals.UnknownType);
        }

        long unpacked = 0;
        foreach (var part in zip.Entries)
        {
            unpacked += Length(part, unpacked, cancellation);
        }

        foreach (var part in zip.Entries.Where(IsXml))
        {
            CheckXml(part, cancellation);
        }
    }

    private static bool IsXml(ZipArchiveEntry part) => Path.GetExtension(part.FullName).ToUpperInvariant() is ".XML" or ".RELS";

    private static long Length(ZipArchiveEntry part, long before, CancellationToken cancellation)
    {
        var limit = Math.Min(ImportLimits.UnpackedBytes - before, IsXml(part) ? ImportLimits.PartBytes : long.MaxValue);
        var buffer = new byte[81920];
        long length = 0;
        using var content = part.Open();
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            cancellation.ThrowIfCancellationRequested();
            length += read;
            if (length > limit)
            {
                throw new ImportStoppedException(ImportRefusals.Unpacked);
            }
        }

        return length;
    }

    private static void CheckXml(ZipArchiveEntry part, CancellationToken cancellation)
    {
        using var content = part.Open();
        using var reader = Reader(content);
        try
        {
            for (var nodes = 0; reader.Read(); nodes++)
            {
                if (reader.Depth > ImportLimits.XmlDepth)
                {
                    throw new ImportStoppedException(ImportRefusals.TooDeep);
                }

                if (nodes > ImportLimits.XmlNodes)
                {
                    throw new ImportStoppedException(ImportRefusals.TooLong);
                }

                if (nodes % 1000 == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
            }
        }
        catch (XmlException fault) when (fault.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new ImportStoppedException(ImportRefusals.Unsafe);
        }
    }
}
