using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.PictureChecks;

/// <summary>Holds what a check of a picture found.</summary>
/// <param name="Kind">The kind of file, by its content.</param>
/// <param name="Hidden">What the file gives away.</param>
/// <param name="Text">Whether the text in the picture was read.</param>
/// <param name="HasText">Whether there is any text.</param>
/// <param name="Identifiers">The kinds of identifiers in the text, such as "NHS number".</param>
/// <param name="Systems">The clinical systems whose screen is in the picture.</param>
/// <param name="Excerpt">
/// The beginning of the text; empty if it has identifiers or is from a clinical system, because the card stays in the chat.
/// </param>
public sealed record PictureCheck(
    PictureKind Kind,
    HiddenDetails Hidden,
    ReadingState Text,
    bool HasText,
    IReadOnlyList<string> Identifiers,
    IReadOnlyList<string> Systems,
    string Excerpt
)
{
    /// <summary>Whether the text in the picture shows that it must not be posted as it is.</summary>
    public bool ShowsPatientData => Identifiers.Count > 0 || Systems.Count > 0;
}

/// <summary>Checks a picture before somebody posts it: what its file gives away, and what can be read in it.</summary>
/// <remarks>
/// Source: the policy, Patient confidentiality: "Images shared of a workplace will be checked to ensure they do not inadvertently
/// contain anything that might breach confidentiality."
/// </remarks>
public sealed class CheckPicture(IPictureTextReader reader, ClinicalSystems systems, PictureOptions options, TimeProvider time)
{
    /// <summary>A larger picture is not given to the program that reads text, because it unpacks it.</summary>
    private const int MostMegapixelsToRead = 25;
    private const int LeastLetters = 4;
    private const int LongestExcerpt = 160;

    /// <summary>Whether a check may take seconds.</summary>
    public bool TakesTime => reader.IsInstalled;

    public async Task<Outcome<PictureCheck>> CheckAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var read = PictureFile.Read(bytes, options);
        if (read.Value is not { } file)
        {
            return read.Refusal!;
        }

        var today = PracticeTime.Today(time);
        var hidden = HiddenDetailsReader.Read(file, today);
        var text = await TextAsync(file, hidden.Turn, cancellationToken);
        var words = Words(text.Words);
        var found = PatientIdentifiers.Check(words, today).Found;
        var shown = systems.In(words);
        return new PictureCheck(
            file.Kind,
            hidden,
            text.State,
            words.Length > 0,
            found,
            shown,
            found.Count + shown.Count > 0 ? "" : Excerpt.Of(words, LongestExcerpt)
        );
    }

    /// <summary>Returns a copy of a picture that gives nothing away.</summary>
    public Outcome<byte[]> Copy(byte[] bytes)
    {
        var read = PictureFile.Read(bytes, options);
        return read.Value is { } file ? file.Copy(HiddenDetailsReader.Read(file, PracticeTime.Today(time)).Turn) : read.Refusal!;
    }

    private async Task<PictureText> TextAsync(PictureFile file, int turn, CancellationToken cancellationToken) =>
        !reader.IsInstalled ? PictureText.Not(ReadingState.NotInstalled)
        : file.Kind == PictureKind.Heic || file.Megapixels > MostMegapixelsToRead ? PictureText.Not(ReadingState.NotSuitable)
        : await reader.ReadAsync(file.Copy(Formats.TurnOnly.Upright), turn > 2, cancellationToken);

    /// <summary>Returns what was read without what the program takes for letters in a pattern: lines of one or two characters.</summary>
    private static string Words(string read)
    {
        var lines = read.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.Count(char.IsLetterOrDigit) >= LeastLetters);
        return string.Join(' ', string.Join(' ', lines).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
