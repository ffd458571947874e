namespace HartwoodPolicyBot.Core.PictureChecks;

/// <summary>Says what a detail in a picture's file gives away.</summary>
public enum HiddenKind
{
    Place,
    Time,
    Device,
    Person,
    Text,

    /// <summary>A small copy of the picture, of the same shape.</summary>
    Preview,

    /// <summary>A small copy of another shape than the picture, so it shows what has been cut away since.</summary>
    WiderPreview,

    /// <summary>Data behind the end of the picture, such as a second picture or a short film.</summary>
    MoreData,
}

/// <summary>Represents one thing that a picture's file gives away.</summary>
/// <param name="Kind">What it gives away.</param>
/// <param name="Value">The value as the file has it, cut and with identifiers masked; empty where there is nothing to read.</param>
public sealed record HiddenDetail(HiddenKind Kind, string Value);

/// <summary>Holds what a picture's file gives away.</summary>
/// <param name="Found">Each detail once.</param>
/// <param name="Turn">How the picture is turned, from 1 to 8 as in Exif.</param>
/// <param name="IsComplete">False if a part of the file could not be read.</param>
public sealed record HiddenDetails(IReadOnlyList<HiddenDetail> Found, int Turn, bool IsComplete);
