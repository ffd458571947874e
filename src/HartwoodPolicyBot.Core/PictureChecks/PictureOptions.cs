using System.ComponentModel.DataAnnotations;

namespace HartwoodPolicyBot.Core.PictureChecks;

/// <summary>Limits which pictures are checked, and says how text is read in them; configuration section <c>Pictures</c>.</summary>
public sealed class PictureOptions
{
    /// <summary>The largest file in megabytes. It is in memory while it is checked.</summary>
    [Range(1, 40, ErrorMessage = "Pictures:MostMegabytes must be 1 to 40.")]
    public int MostMegabytes { get; set; } = 25;

    /// <summary>The largest picture in millions of pixels.</summary>
    [Range(1, 100, ErrorMessage = "Pictures:MostMegapixels must be 1 to 100.")]
    public int MostMegapixels { get; set; } = 64;

    /// <summary>
    /// The program that reads text in pictures: its name, or its path. If it is empty or not installed, no text is read.
    /// </summary>
    public string Tesseract { get; set; } = "tesseract";

    /// <summary>How long the program may take for one picture.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:10", ErrorMessage = "Pictures:LongestReading must be 00:00:01 to 00:00:10.")]
    public TimeSpan LongestReading { get; set; } = TimeSpan.FromSeconds(5);
}
