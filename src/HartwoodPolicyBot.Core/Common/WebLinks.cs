using System.Buffers;
using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>Finds the links in a text.</summary>
internal static partial class WebLinks
{
    private static readonly SearchValues<char> NoPartOfLink = SearchValues.Create("<>\"'`|,;()[]{}");

    /// <summary>
    /// Returns a function that says where the link ends in which a place is; null outside links. Links stay whole: an @ in the
    /// path of a Teams link is no e-mail address, and a masked link would lead nowhere. A "mailto:" is not a link.
    /// </summary>
    public static Func<int, int?> In(string text)
    {
        var links = new List<(int Start, int End)>();
        foreach (var start in Start().EnumerateMatches(text))
        {
            if (links.Count == 0 || start.Index >= links[^1].End)
            {
                links.Add((start.Index, EndOf(text, start.Index + start.Length)));
            }
        }

        var next = 0;
        return at =>
        {
            while (next < links.Count && links[next].End <= at)
            {
                next++;
            }

            return next < links.Count && links[next].Start <= at ? links[next].End : null;
        };
    }

    /// <summary>Returns where a link ends that goes on at a place: before what can't be part of it.</summary>
    private static int EndOf(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && !NoPartOfLink.Contains(text[at]))
        {
            at++;
        }

        return at;
    }

    [GeneratedRegex(@"\bhttps?://", RegexOptions.IgnoreCase)]
    private static partial Regex Start();
}
