using System.Text;

namespace HartwoodPolicyBot.Core.Policies.Import.Text;

/// <summary>Decodes a text file: by its mark, as UTF-8 where that fits, otherwise as Windows writes English.</summary>
internal static class TextDecoding
{
    private const int OneControlIn = 50;
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <exception cref="ImportStoppedException">The file holds no text.</exception>
    public static string Decode(byte[] bytes)
    {
        // A form feed counts as the end of a line there, and must stay, because it parts pages.
        var text = string.Join('\f', Characters(bytes).Split('\f').Select(page => page.ReplaceLineEndings("\n")));
        var controls = text.Count(letter => char.IsControl(letter) && letter is not ('\n' or '\t' or '\f'));
        if (controls * OneControlIn > text.Length)
        {
            throw new ImportStoppedException(ImportRefusals.NotText);
        }

        return text.Length > ImportLimits.TextLength ? throw new ImportStoppedException(ImportRefusals.TooLong) : text;
    }

    private static string Characters(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        }

        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }
}
