using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Routing;

/// <summary>Says what somebody means who writes only a word or two that ask nothing about a policy.</summary>
internal enum ShortReply
{
    /// <summary>They didn't understand what they read: "eh?", "pardon", "what do you mean".</summary>
    Puzzled,

    /// <summary>They apologise: "sorry", "oh, sorry about that", "my bad".</summary>
    Apology,

    /// <summary>They sigh or wonder: "oh dear", "whoops", "hmm".</summary>
    Exclamation,
}

/// <summary>Recognises replies such as "what?", "sorry" and "oh dear", which would otherwise be read as questions about a policy.</summary>
internal static class ShortReplies
{
    private static readonly HashSet<string> Puzzled =
    [
        "what",
        "wot",
        "wat",
        "wut",
        "huh",
        "eh",
        "ey",
        "you what",
        "say what",
        "what was that",
        "pardon",
        "pardon me",
        "excuse me",
        "come again",
        "say again",
        "say that again",
        "meaning",
        "meaning what",
        "what do you mean",
        "what do u mean",
        "what does that mean",
        "what does this mean",
        "what does it mean",
        "what is that supposed to mean",
        "whats that supposed to mean",
        "i dont understand",
        "i dont understand that",
        "dont understand",
        "i dont get it",
        "i dont get that",
        "dont get it",
        "i dont follow",
        "explain",
        "explain that",
        "can you explain",
        "can you explain that",
    ];

    /// <summary>Words that may stand before or after what puzzles somebody: "sorry, what?", "um what please".</summary>
    private static readonly HashSet<string> AroundPuzzled = Terms.Set("oh um er erm uh sorry ok okay please pls mate bot");

    private static readonly HashSet<string> Apologies = ["sorry", "soz", "apologies", "apologise"];

    private static readonly HashSet<string> Exclamations = Terms.Set(
        """
        oh ooh oo dear oops ooops whoops whoopsie woops argh aargh ugh ah aah aha aw aww ow eek yikes wow whoa hm hmm hmmm mm
        blimey crikey gosh heavens goodness drat bother damn dang darn bugger haha hah lol omg uhoh really seriously
        """
    );

    /// <summary>Words that an apology or exclamation may have around it, and that say nothing alone.</summary>
    private static readonly HashSet<string> Around = Terms.Set(
        "so very really im i am a my me for about that this no god well me gracious mistake fault bad to you u uh"
    );

    /// <summary>Returns what a reply means that asks nothing; null for any other text.</summary>
    /// <param name="typed">The text as it was typed. A question mark tells "sorry?" from "sorry".</param>
    /// <param name="words">Its words.</param>
    public static ShortReply? MeaningOf(string typed, IReadOnlyList<string> words) =>
        IsPuzzled(words) || (words is ["sorry"] && typed.Contains('?', StringComparison.Ordinal)) ? ShortReply.Puzzled
        : !words.All(word => Apologies.Contains(word) || Exclamations.Contains(word) || Around.Contains(word)) ? null
        : words.Any(Apologies.Contains) || (words.Contains("my") && words.Contains("bad")) ? ShortReply.Apology
        : words.Any(Exclamations.Contains) ? ShortReply.Exclamation
        : null;

    private static bool IsPuzzled(IReadOnlyList<string> words) =>
        Puzzled.Contains(string.Join(' ', words.SkipWhile(AroundPuzzled.Contains).Reverse().SkipWhile(AroundPuzzled.Contains).Reverse()));
}
