using System.Text;

namespace HartwoodPolicyBot.Core.Policies.Import;

internal enum FileKind
{
    Unknown,
    Word,
    Pdf,
    Markdown,
    PlainText,
}

/// <summary>Tells what kind of file it is: by its first bytes, and text by its name.</summary>
internal static class FileKinds
{
    private const int PdfMarkWithin = 1024;
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static FileKind Of(ReadOnlySpan<byte> bytes, string fileName)
    {
        var ending = Path.GetExtension(fileName.Trim()).ToUpperInvariant();
        if (bytes.StartsWith("PK"u8))
        {
            return ending is ".DOCM" or ".DOTM" ? throw new ImportStoppedException(ImportRefusals.Macros)
                : ending is ".DOCX" or ".DOTX" or "" ? FileKind.Word
                : FileKind.Unknown;
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
            return FileKind.Pdf;
        }

        return ending switch
        {
            ".MD" or ".MARKDOWN" or ".MDOWN" or ".MKD" => FileKind.Markdown,
            ".TXT" or ".TEXT" => FileKind.PlainText,
            ".DOC" => throw new ImportStoppedException(ImportRefusals.OldWord),
            ".DOCX" or ".PDF" => throw new ImportStoppedException(ImportRefusals.Broken),
            ".DOCM" => throw new ImportStoppedException(ImportRefusals.Macros),
            _ => FileKind.Unknown,
        };
    }
}
