using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>
/// Finds the draft in a message that asks in somebody's own words whether it may be posted: "does this look ok? Flu clinic on Saturday",
/// "can I post 'Lovely day at work' on Insta". Such a message would else be taken, and kept, as a question about the policy.
/// </summary>
public static partial class DraftRequest
{
    /// <summary>A draft has at least as many words. Fewer in quotation marks name a thing: can I post "selfies".</summary>
    private const int FewestWords = 3;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace;

    private const string Quotes = "\"“”‘’'";

    /// <summary>The word for what is posted.</summary>
    private const string Post = "(?:post|draft|tweet|caption|reply|comment|story|status)";

    /// <summary>What people write before they come to it.</summary>
    private const string Before =
        @"^\s{0,99}(?:(?:hi|hello|hey|hiya|morning|afternoon|please|pls|plz|ok|okay|right|so|sorry|um)[ ,!.]{1,9}){0,3}";

    private const string This = @"(?:this|it|that|the\ following|(?:my|the|our|this)\ " + Post + ")";

    private const string Good = @"(?:ok|okay|alright|all\ right|fine|good|allowed|acceptable|safe)";

    /// <summary>
    /// Returns the draft, without the quotation marks around it; null where the message asks for no look at one, or where what follows
    /// describes a post and isn't it.
    /// </summary>
    /// <param name="message">The message as it was typed.</param>
    public static string? DraftIn(string message)
    {
        var asked = Asked().Match(message);
        var looks = asked.Success ? asked : Looks().Match(message);
        if (!looks.Success)
        {
            return null;
        }

        var draft = Unquoted(message[(looks.Groups["to"].Index + looks.Groups["to"].Length)..].Trim());
        var words = draft.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter));
        return words < FewestWords || Described().IsMatch(draft) ? null : draft;
    }

    /// <summary>Returns what stands in the quotation marks with which a text begins, and else the whole.</summary>
    private static string Unquoted(string text)
    {
        if (text.Length == 0 || !Quotes.Contains(text[0], StringComparison.Ordinal))
        {
            return text;
        }

        for (var at = text.Length - 1; at > 1; at--)
        {
            if (
                Quotes.Contains(text[at], StringComparison.Ordinal)
                && !char.IsWhiteSpace(text[at - 1])
                && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]))
            )
            {
                return text[1..at].Trim();
            }
        }

        return text[1..].Trim();
    }

    /// <summary>A request for a look, up to the colon, the line end or the quotation mark before the draft.</summary>
    [GeneratedRegex(
        $$"""
            {{Before}}
            (?:
                (?:(?:can|could|would|will)\ (?:you|u|someone|somebody)\ )?(?:(?:please|pls|just|quickly)\ ){0,4}
                (?:check|review|vet|proofread|read|look\ at|look\ over|(?:have|take)\ a\ (?:quick\ )?look\ at|read\ (?:over|through))
                (?:\ (?:this|it|my|the|our)(?:\ [a-z]{1,30}){0,5})?
              | (?:is|would|does|will)\ {{This}}\ (?:be\ |look\ |sound\ |read\ )?{{Good}}(?:\ [a-z]{1,30}){0,7}
              | (?:can|could|may|shall|should)\ (?:i|we)\ (?:just\ )?
                (?:post|tweet|share|put|put\ up|put\ out|write|reply|reply\ with|comment|say|publish|upload|use)(?:\ [a-z]{1,30}){0,6}
              | (?:i|we)(?:['’]?[md]|\ am|['’]re|\ are|\ was|\ would)?
                \ (?:want|wanted|wanna|like|going|gonna|planning|plan|about|thinking)(?:\ (?:to|of))?
                \ (?:post|tweet|share|put|reply|write|comment)(?:ing|ting)?(?:\ [a-z]{1,30}){0,6}
              | (?:here['’]?s|here\ is|this\ is|it['’]?s)\ (?:my|the|our|a)\ {{Post}}(?:\ [a-z]{1,30}){0,4}
              | (?:(?:my|our|the)\ )?(?:draft|caption|tweet|post|reply)(?:\ (?:post|reply|tweet|comment|caption))?
            )
            [\ ,.]{0,20}[?]?(?:(?<to>\ {0,20}(?::|\r?\n))|(?<to>\ {1,20})["“‘'’])
            """,
        Options
    )]
    private static partial Regex Asked();

    /// <summary>A question about how a post looks, or whether it may go out, up to its question mark. The draft follows.</summary>
    [GeneratedRegex(
        $$"""
            {{Before}}
            (?:is|would|does|will)\ {{This}}
            (?:
                \ (?:look|sound|read)\ {{Good}}(?:\ [a-z]{1,30}){0,5}
              | \ (?:be\ )?{{Good}}\ (?:to\ (?:post|share|tweet|publish|reply|put|go|use)|on|for)(?:\ [a-z]{1,30}){0,5}
            )
            (?<to>\ {0,20}[?])\s
            """,
        Options
    )]
    private static partial Regex Looks();

    /// <summary>What tells of a post, a picture or what happened, or asks on, instead of being the draft.</summary>
    [GeneratedRegex(
        """
            ^(?:(?:a|an|the|some|my|our|this)\ )?(?:[a-z]{1,30}\ )?(?:photo|picture|pic|image|video|selfie|story|clip|screenshot)s?
            \ (?:of|about|from|with|that|where|in)\b
            |^(?:it['’]?s|there['’]?s|someone|somebody|(?:a|my)\ colleague|because|basically|asking|i['’]?m\ asking|i['’]?ve)\b
            |^/|[?]\s{0,99}$
            """,
        Options
    )]
    private static partial Regex Described();
}
