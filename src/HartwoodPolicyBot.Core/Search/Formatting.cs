using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Takes formatting out of a question: the commonest marks of HTML, and the address behind a link. They say nothing about what is
/// asked, and look like an attempt to steer the bot.
/// </summary>
internal static partial class Formatting
{
    public static string Without(string question)
    {
        var text = question.Contains('<', StringComparison.Ordinal) ? Marks().Replace(question, "") : question;
        return text.Contains("](", StringComparison.Ordinal) ? Link().Replace(text, "]") : text;
    }

    [GeneratedRegex(
        @"</?(b|i|u|s|em|strong|p|br|span) ?/?>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Marks();

    [GeneratedRegex(@"\]\([^\s()]{0,2000}\)")]
    private static partial Regex Link();
}
