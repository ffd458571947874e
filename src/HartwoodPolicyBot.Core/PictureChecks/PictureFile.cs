using System.Text;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PictureChecks.Formats;

namespace HartwoodPolicyBot.Core.PictureChecks;

/// <summary>Says which kind of file a picture is, by its content. Its name may say something else.</summary>
public enum PictureKind
{
    Jpeg,
    Png,
    Webp,
    Heic,
}

/// <summary>Holds a picture that somebody sent, while it is checked. Nothing of it is written anywhere.</summary>
public sealed class PictureFile
{
    private const int LongestBeginning = 1024;
    private readonly PictureLayout layout;

    private PictureFile(PictureKind kind, byte[] bytes, PictureLayout layout) => (Kind, Bytes, this.layout) = (kind, bytes, layout);

    public PictureKind Kind { get; }

    public int Width => layout.Width;

    public int Height => layout.Height;

    /// <summary>The size in millions of pixels.</summary>
    public double Megapixels => (double)Width * Height / 1_000_000;

    internal byte[] Bytes { get; }

    internal IReadOnlyList<PicturePart> Parts => layout.Parts;

    internal int BytesAfterEnd => layout.BytesAfterEnd;

    /// <summary>Cuts out what describes the picture.</summary>
    internal PictureDetails Details() =>
        Kind switch
        {
            PictureKind.Jpeg => PictureDetails.OfJpeg(Bytes, layout),
            PictureKind.Png => PictureDetails.OfPng(Bytes, layout),
            PictureKind.Webp => PictureDetails.OfWebp(Bytes, layout),
            _ => PictureDetails.OfHeic(Bytes, layout),
        };

    /// <summary>Reads how the file is made up, and refuses what would take too much memory or is no still picture.</summary>
    public static Outcome<PictureFile> Read(byte[] bytes, PictureOptions options)
    {
        try
        {
            if (Kind(bytes) is not var (kind, layout))
            {
                return IsDrawing(bytes) ? PictureRefusals.Drawing
                    : bytes.AsSpan().StartsWith("GIF8"u8) ? PictureRefusals.Moving
                    : PictureRefusals.Unknown;
            }

            var file = new PictureFile(kind, bytes, layout);
            return layout.IsAnimated ? PictureRefusals.Moving
                : file.Megapixels > options.MostMegapixels ? PictureRefusals.TooManyPixels(options.MostMegapixels)
                : file;
        }
        catch (PictureStoppedException stopped)
        {
            return stopped.Refusal;
        }

        static (PictureKind, PictureLayout)? Kind(byte[] bytes) =>
            JpegFile.Is(bytes) ? (PictureKind.Jpeg, JpegFile.Read(bytes))
            : PngFile.Is(bytes) ? (PictureKind.Png, PngFile.Read(bytes))
            : WebpFile.Is(bytes) ? (PictureKind.Webp, WebpFile.Read(bytes))
            : HeicFile.Is(bytes) ? (PictureKind.Heic, HeicFile.Read(bytes))
            : null;
    }

    /// <summary>Returns a copy that looks the same and gives nothing away.</summary>
    /// <param name="turn">How the picture is turned, from 1 to 8 as in Exif.</param>
    public byte[] Copy(int turn) =>
        Kind switch
        {
            PictureKind.Jpeg => JpegFile.Copy(Bytes, layout, turn),
            PictureKind.Png => PngFile.Copy(Bytes, layout),
            PictureKind.Webp => WebpFile.Copy(Bytes, layout, turn),
            _ => HeicFile.Copy(Bytes, layout),
        };

    /// <summary>Returns whether this is an SVG file, which is text. It is not opened.</summary>
    private static bool IsDrawing(byte[] bytes) =>
        Encoding.UTF8.GetString(bytes, 0, Math.Min(bytes.Length, LongestBeginning)).Contains("<svg", StringComparison.OrdinalIgnoreCase);
}
