using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>
/// Finds somebody who is named together with the house where they live, such as "Mrs Jones from 14 Mill Lane". An address alone is the
/// practice's own in most posts, and a name alone is often that of a colleague.
/// </summary>
internal static partial class NamedAtAddress
{
    public static bool IsIn(string words) => NameAndHouse().IsMatch(words);

    private const string Name = @"\b(?:Mrs?|Ms|Mx|Miss|Master)\.? (?:[A-Z]\.? )?[A-Z][\w'’-]{1,40}(?: [A-Z][\w'’-]{1,40})?";
    private const string House = @"[0-9]{1,4}[a-zA-Z]?,? (?:[A-Z][\w'’-]{1,40} ){1,3}";
    private const string Street =
        "(?:Street|Road|Lane|Avenue|Close|Drive|Way|Crescent|Terrace|Gardens|Court|Place|Row|Hill|Grove|Mews|Walk|Park|Square|Rise|View|"
        + "Green|St|Rd|Ave|Ln)";

    [GeneratedRegex(
        Name + @",?(?: who)?(?: lives| lived| living)?(?: over| up| down)?(?: from| of| at| in| on)? " + House + Street + @"\b"
    )]
    private static partial Regex NameAndHouse();
}
