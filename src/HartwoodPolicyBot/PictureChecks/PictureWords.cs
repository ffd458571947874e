using System.Globalization;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PictureChecks;

namespace HartwoodPolicyBot.PictureChecks;

/// <summary>Says what a check of a picture found in words for people.</summary>
internal static class PictureWords
{
    private const string ExifTime = "yyyy:MM:dd HH:mm:ss";

    /// <summary>What everybody must look at themselves, with the values of the ticks.</summary>
    public static IReadOnlyList<(string Value, string Words)> Ticks { get; } =
    [
        ("people", "No patients or visitors in the background, not even from behind"),
        ("screens", "No computer or phone screens that can be read"),
        ("boards", "Nothing on whiteboards or noticeboards"),
        ("letters", "No letters, notes, labels or prescriptions"),
        ("badges", "No badges or names on doors"),
        ("reflections", "Nothing in reflections, such as windows, mirrors and glasses"),
        ("consent", "Everyone in the picture has agreed to how it will be used"),
    ];

    /// <summary>Returns what comes first on the card.</summary>
    public static string Verdict(PictureCheck check) =>
        check.ShowsPatientData ? "Don't post this picture as it is"
        : check.Hidden.Found.Count > 0 ? "This picture's file gives something away"
        : "Look at this picture before you post it";

    /// <summary>Returns what a detail gives away, as the label of its value, or as a sentence where there is no value.</summary>
    public static string Of(HiddenKind kind) =>
        kind switch
        {
            HiddenKind.Place => "Where it was taken",
            HiddenKind.Time => "When it was taken",
            HiddenKind.Device => "What it was made with",
            HiddenKind.Person => "Names",
            HiddenKind.Text => "Words in the file",
            HiddenKind.Preview => "A small copy of the picture. If you have covered something since, the copy may still show it.",
            HiddenKind.WiderPreview => "A small copy in a different shape. It may show what you've cropped out.",
            HiddenKind.MoreData => "More data behind the picture, such as a second picture or a short film.",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This detail has no words"),
        };

    /// <summary>Returns a value as people read it. Cameras write times in a form of their own.</summary>
    public static string Value(HiddenDetail detail) =>
        detail.Kind == HiddenKind.Time
        && DateTime.TryParseExact(detail.Value, ExifTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? PracticeTime.Text(time)
            : detail.Value;

    /// <summary>Returns what was read in the picture, or why nothing was.</summary>
    public static string Text(PictureCheck check) =>
        check.Text switch
        {
            ReadingState.Read when check.ShowsPatientData => Shown(check),
            ReadingState.Read when check.HasText => "I could read this in the picture:",
            ReadingState.Read => "I found no text in the picture. I can miss text that is small, slanted or handwritten.",
            ReadingState.TooSlow => "I ran out of time reading the text in this picture. Please read it yourself.",
            ReadingState.NotSuitable => "I can't read text in this kind of picture. Please read it yourself.",
            _ => "I can't read text in pictures here. Please read it yourself.",
        };

    private static string Shown(PictureCheck check)
    {
        var parts = new List<string>();
        if (check.Systems.Count > 0)
        {
            parts.Add($"This looks like a screen or a page of: {string.Join(", ", check.Systems)}.");
        }

        if (check.Identifiers.Count > 0)
        {
            parts.Add($"I could read {IdentifierWords.Counted(check.Identifiers)}.");
        }

        return string.Join(' ', parts);
    }

    /// <summary>Returns the end of a file's name for a kind of picture.</summary>
    public static string Ending(PictureKind kind) =>
        kind switch
        {
            PictureKind.Jpeg => ".jpg",
            PictureKind.Png => ".png",
            PictureKind.Webp => ".webp",
            PictureKind.Heic => ".heic",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no ending"),
        };

    /// <summary>Returns whether a file's name says another kind of picture than its content.</summary>
    public static bool IsMisnamed(string name, PictureKind kind) =>
        Path.GetExtension(name).ToLowerInvariant() switch
        {
            "" => false,
            ".jpeg" or ".jfif" => kind != PictureKind.Jpeg,
            ".heif" => kind != PictureKind.Heic,
            var ending => ending != Ending(kind),
        };
}
