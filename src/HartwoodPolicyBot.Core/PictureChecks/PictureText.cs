namespace HartwoodPolicyBot.Core.PictureChecks;

/// <summary>Says whether the text in a picture was read.</summary>
public enum ReadingState
{
    Read,

    /// <summary>No program that reads text is installed.</summary>
    NotInstalled,

    /// <summary>The picture is of a kind or a size that the program is not given.</summary>
    NotSuitable,

    /// <summary>It took too long.</summary>
    TooSlow,

    /// <summary>The program failed.</summary>
    Failed,
}

/// <summary>Holds the text that was read in a picture; empty unless it was read.</summary>
public sealed record PictureText(ReadingState State, string Words)
{
    public static PictureText Not(ReadingState state) => new(state, "");
}

/// <summary>
/// Reads text in pictures. It is a seam to a program outside the bot: <see cref="TesseractReader"/> where that is installed, and
/// <see cref="NoTextReader"/> where it is not.
/// </summary>
public interface IPictureTextReader
{
    /// <summary>Whether it reads anything, so that a person may have to wait.</summary>
    bool IsInstalled { get; }

    /// <param name="picture">A picture of a kind that Tesseract reads, without details.</param>
    /// <param name="isTurned">Whether the picture lies on its side or its head.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    Task<PictureText> ReadAsync(byte[] picture, bool isTurned, CancellationToken cancellationToken);
}

/// <summary>Reads nothing, because no program is installed that could.</summary>
public sealed class NoTextReader : IPictureTextReader
{
    public bool IsInstalled => false;

    public Task<PictureText> ReadAsync(byte[] picture, bool isTurned, CancellationToken cancellationToken) =>
        Task.FromResult(PictureText.Not(ReadingState.NotInstalled));
}
