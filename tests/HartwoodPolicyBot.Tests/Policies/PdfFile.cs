using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Writes a PDF object by object, for what the library that reads them can't write: turned pages, forms and passwords.</summary>
internal sealed class PdfFile
{
    public const double Width = 595;
    public const double Height = 842;
    private const int Fonts = 3;
    private readonly List<byte[]> objects = [];
    private readonly List<int> pages = [];
    private readonly string catalog;

    /// <param name="catalog">More of the catalogue, such as a form.</param>
    /// <param name="plain">The entries of the font F1.</param>
    /// <param name="bold">The entries of the font F2.</param>
    public PdfFile(string catalog = "", string plain = "/BaseFont /Helvetica", string bold = "/BaseFont /Helvetica-Bold")
    {
        this.catalog = catalog;
        objects.AddRange([
            [],
            [],
        ]);
        Add($"<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding {plain} >>");
        Add($"<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding {bold} >>");
        Add("<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /Helvetica-Oblique >>");
        Add("<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>");
    }

    /// <summary>Adds an object and returns its number.</summary>
    public int Add(string body)
    {
        objects.Add(Encoding.Latin1.GetBytes(body));
        return objects.Count;
    }

    /// <summary>Adds a picture of one grey dot, which can be drawn over a whole page as a scan is.</summary>
    public int AddPicture() =>
        Add(
            "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n"
                + "stream\n\u00C0\nendstream"
        );

    /// <summary>Draws a picture over the whole page.</summary>
    public static string Scan { get; } = "q 595 0 0 842 0 0 cm /Scan Do Q\n";

    /// <summary>Adds a page.</summary>
    /// <param name="content">What is drawn on it.</param>
    /// <param name="rotate">How far it is turned to the right when it is shown.</param>
    /// <param name="extras">More of the page, such as its annotations.</param>
    /// <param name="picture">The object of the picture that is called Scan.</param>
    /// <param name="filter">How the content is packed.</param>
    public void AddPage(string content, int rotate = 0, string extras = "", int picture = 0, string filter = "")
    {
        var stream = Add($"<< /Length {content.Length} {filter} >>\nstream\n{content}\nendstream");
        var pictures = picture > 0 ? $"/XObject << /Scan {picture} 0 R >>" : "";
        pages.Add(
            Add(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate} /Contents {stream} 0 R {extras} "
                    + $"/Resources << /Font << /F1 {Fonts} 0 R /F2 {Fonts + 1} 0 R /F3 {Fonts + 2} 0 R /F4 {Fonts + 3} 0 R >> "
                    + $"{pictures} >> >>"
            )
        );
    }

    public byte[] Build() => Build(null);

    /// <summary>Builds the file with a password to open it; an empty one only keeps people from changing or copying it.</summary>
    public byte[] Build(string? password)
    {
        objects[0] = Encoding.Latin1.GetBytes($"<< /Type /Catalog /Pages 2 0 R {catalog} >>");
        objects[1] = Encoding.Latin1.GetBytes(
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(page => $"{page} 0 R"))}] >>"
        );
        var lockings = password is null ? null : new PdfLock(password);
        var (file, starts) = (new MemoryStream(), new List<long>());
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        Write("%PDF-1.7\n");
        for (var i = 0; i < objects.Count; i++)
        {
            starts.Add(file.Position);
            Write($"{i + 1} 0 obj\n");
            file.Write(lockings?.Lock(i + 1, objects[i]) ?? objects[i]);
            Write("\nendobj\n");
        }

        if (lockings is not null)
        {
            starts.Add(file.Position);
            Write($"{objects.Count + 1} 0 obj\n{lockings.Dictionary}\nendobj\n");
        }

        var table = file.Position;
        Write($"xref\n0 {starts.Count + 1}\n0000000000 65535 f \n");
        starts.ForEach(start => Write(start.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"));
        var locked = lockings is null ? "" : $"/Encrypt {objects.Count + 1} 0 R /ID [<{PdfLock.Id}> <{PdfLock.Id}>]";
        Write($"trailer\n<< /Size {starts.Count + 1} /Root 1 0 R {locked} >>\nstartxref\n{table}\n%%EOF");
        return file.ToArray();
    }

    /// <summary>Writes one line at a place, turned to the left by some degrees.</summary>
    public static string Text(PdfLine line, double x, double y, int turned = 0)
    {
        var matrix = turned switch
        {
            90 => "0 1 -1 0",
            180 => "-1 0 0 -1",
            270 => "0 -1 1 0",
            _ => "1 0 0 1",
        };
        var text = line
            .Text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("(", "\\(", StringComparison.Ordinal)
            .Replace(")", "\\)", StringComparison.Ordinal);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"BT {line.Colour} {line.Mode} Tr /{line.Font} {line.Size} Tf {matrix} {x} {y} Tm ({text}) Tj ET\n"
        );
    }

    /// <summary>Writes lines where they are seen upright on a page that is shown turned to the right by some degrees.</summary>
    public static string Text(IEnumerable<PdfLine> lines, int rotate = 0) =>
        string.Concat(
            lines.Select(line =>
                rotate switch
                {
                    90 => Text(line, Width - line.Y, line.X, 90),
                    180 => Text(line, Width - line.X, Height - line.Y, 180),
                    270 => Text(line, line.Y, Height - line.X, 270),
                    _ => Text(line, line.X, line.Y),
                }
            )
        );
}

/// <summary>One line of words on a page, where a reader sees it.</summary>
internal sealed record PdfLine(double X, double Y, double Size, string Text, string Font = "F1", string Colour = "0 g", int Mode = 0);

#pragma warning disable CA5351 // The format knows nothing better for files of this version.
/// <summary>Locks the parts of a PDF as version 1.4 of the format describes, with RC4 and 128 bits.</summary>
internal sealed class PdfLock
{
    public const string Id = "00112233445566778899AABBCCDDEEFF";
    private const int Permissions = -3904;

    private static readonly byte[] Padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");
    private readonly byte[] key;

    public PdfLock(string password)
    {
        var owner = Rounds(Hash(Padded("owner"), 50), Padded(password));
        key = Hash([.. Padded(password), .. owner, .. BitConverter.GetBytes(Permissions), .. Convert.FromHexString(Id)], 50);
        var user = Rounds(key, MD5.HashData([.. Padding, .. Convert.FromHexString(Id)]));
        Dictionary =
            $"<< /Filter /Standard /V 2 /R 3 /Length 128 /P {Permissions} /O <{Convert.ToHexString(owner)}> "
            + $"/U <{Convert.ToHexString(user)}{new string('0', 32)}> >>";
    }

    public string Dictionary { get; }

    /// <summary>Locks the stream of an object. The other objects here hold no words.</summary>
    public byte[] Lock(int number, byte[] body)
    {
        var text = Encoding.Latin1.GetString(body);
        var start = text.IndexOf("stream\n", StringComparison.Ordinal);
        if (start < 0)
        {
            return body;
        }

        start += "stream\n".Length;
        var end = text.LastIndexOf("\nendstream", StringComparison.Ordinal);
        var own = MD5.HashData([.. key, (byte)number, (byte)(number >> 8), (byte)(number >> 16), 0, 0]);
        return [.. body[..start], .. Cipher(own, body[start..end]), .. body[end..]];
    }

    private static byte[] Padded(string password) => [.. Encoding.Latin1.GetBytes(password).Concat(Padding).Take(32)];

    private static byte[] Hash(byte[] data, int again)
    {
        var hash = MD5.HashData(data);
        for (var i = 0; i < again; i++)
        {
            hash = MD5.HashData(hash);
        }

        return hash;
    }

    private static byte[] Rounds(byte[] key, byte[] data)
    {
        for (var round = 0; round < 20; round++)
        {
            data = Cipher([.. key.Select(part => (byte)(part ^ round))], data);
        }

        return data;
    }

    private static byte[] Cipher(byte[] key, byte[] data)
    {
        var state = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var result = new byte[data.Length];
        for (int n = 0, i = 0, j = 0; n < data.Length; n++)
        {
            i = (i + 1) & 255;
            j = (j + state[i]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
            result[n] = (byte)(data[n] ^ state[(state[i] + state[j]) & 255]);
        }

        return result;
    }
}
