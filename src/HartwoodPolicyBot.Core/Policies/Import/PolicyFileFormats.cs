using System.Text;

namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>The formats in which a policy can be sent; unknown is none of them.</summary>
internal enum PolicyFileFormat
{
    Unknown,
    Word,
    Pdf,
    Markdown,
    PlainText,
}

/// <summary>Tells the format of a file by its first bytes, and that of a text by its name.</summary>
internal static class PolicyFileFormats
{
    private const int PdfMarkWithin = 1024;
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static PolicyFileFormat Of(ReadOnlySpan<byte> bytes, string fileName)
    {
        var ending = Path.GetExtension(fileName.Trim()).ToUpperInvariant();
        if (bytes.StartsWith("PK"u8))
        {
            return ending is ".DOCM" or ".DOTM" ? throw new ImportStoppedException(ImportRefusals.Macros)
                : ending is ".DOCX" or ".DOTX" or "" ? PolicyFileFormat.Word
                : PolicyFileFormat.Unknown;
        }

        if (bytes.StartsWith(CompoundFile))
        {
            // A file with a password is packed into an old kind of file, in a part of this name.
            var isEncrypted = bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;
            throw new ImportStoppedException(
                isEncrypted ? ImportRefusals.Password
                : ending is ".DOC" or ".DOT" or ".DOCX" ? ImportRefusals.OldWord
                : ImportRefusals.UnknownType
            );
        }

        if (bytes[..Math.Min(bytes.Length, PdfMarkWithin)].IndexOf("%PDF-"u8) >= 0)
        {
            return PolicyFileFormat.Pdf;
        }

        return ending switch
        {
            ".MD" or ".MARKDOWN" or ".MDOWN" or ".MKD" => PolicyFileFormat.Markdown,
            ".TXT" or ".TEXT" => PolicyFileFormat.PlainText,
            ".DOC" => throw new ImportStoppedException(ImportRefusals.OldWord),
            ".DOCX" or ".PDF" => throw new ImportStoppedException(ImportRefusals.Broken),
            ".DOCM" => throw new ImportStoppedException(ImportRefusals.Macros),
            _ => PolicyFileFormat.Unknown,
        };
    }
}
