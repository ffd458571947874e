using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>Finds the links in a text.</summary>
internal static partial class WebLinks
{
    /// <summary>
    /// Returns a function that says where the link ends in which a place is; null outside links. Links stay whole: an @ in the
    /// path of a Teams link is no e-mail address, and a masked link would lead nowhere. A "mailto:" is not a link.
    /// </summary>
    public static Func<int, int?> In(string text)
    {
        var links = Link().Matches(text);
        var next = 0;
        return at =>
        {
            while (next < links.Count && links[next].Index + links[next].Length <= at)
            {
                next++;
            }

            return next < links.Count && links[next].Index <= at ? links[next].Index + links[next].Length : null;
        };
    }

    [GeneratedRegex(@"\bhttps?://[^\s<>""'`|,;()\[\]{}]{1,2000}", RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
