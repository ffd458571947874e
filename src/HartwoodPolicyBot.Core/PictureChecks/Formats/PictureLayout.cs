namespace HartwoodPolicyBot.Core.PictureChecks.Formats;

/// <summary>Says how a picture's file is made up, read without unpacking the picture itself.</summary>
/// <param name="Width">The width in pixels, as the file stores the picture.</param>
/// <param name="Height">The height in pixels.</param>
/// <param name="IsAnimated">Whether the file holds more than one frame.</param>
/// <param name="Parts">The parts of the file, in order.</param>
internal sealed record PictureLayout(int Width, int Height, bool IsAnimated, IReadOnlyList<PicturePart> Parts)
{
    /// <summary>More parts than any camera or program writes, so that a made-up file can't fill the memory.</summary>
    public const int MostParts = 50_000;

    /// <summary>How many bytes lie behind the end of the picture: a second picture or a short film.</summary>
    public int BytesAfterEnd { get; init; }
}

/// <summary>Represents one part of a picture's file.</summary>
/// <param name="Start">Where it begins, in bytes from the start of the file.</param>
/// <param name="Length">Its length in bytes, with its own header.</param>
/// <param name="IsNeeded">Whether the picture can't be shown without it. All other parts are left out of a copy.</param>
internal readonly record struct PicturePart(int Start, int Length, bool IsNeeded);

/// <summary>Stops the reading of a picture, with what to say about it.</summary>
internal sealed class PictureStoppedException(Common.Refusal refusal) : Exception(refusal.Code)
{
    public Common.Refusal Refusal { get; } = refusal;
}
