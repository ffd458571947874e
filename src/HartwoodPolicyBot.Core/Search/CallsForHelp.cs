namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Tells "I need help" and "I need help with my login" from a call for help that can't wait. Who needs a hand with something is not
/// told to ring 999.
/// </summary>
internal static class CallsForHelp
{
    private const string Urgent = "urgent";
    private const string Help = "help";

    /// <summary>The most words of a message that asks for help with something and says nothing else.</summary>
    private const int MostWords = 10;

    private static readonly HashSet<string> Helping = ["help", "hand", "assistance", "support"];
    private static readonly HashSet<string> With = ["with", "to", "on", "logging", "getting", "doing", "using", "finding", "opening"];

    /// <summary>Words around "help" that say neither with what nor how soon.</summary>
    private static readonly HashSet<string> Around = Terms.Set(
        "i need want would like some a bit of please pls me can could you somebody someone anybody to get just really id im"
    );

    /// <summary>Words by which a call for help can't wait. Where one of them is there, it is left as it was understood.</summary>
    private static readonly HashSet<string> Pressing = Terms.Set(
        """
        999 101 112 urgent urgently urgnet emergency crisis now asap quick quickly fast immediately straight tonight today minute away
        danger dangerous threat threats threatened threatening scared frightened afraid unsafe safe hurt hurting harm suicide suicidal
        kill die dying police serious desperate attack attacked viral hacked spreading panic cope breakdown upset
        """
    );

    /// <summary>Returns what a message asks about the bot, once a call for help that can wait is not taken for an urgent one.</summary>
    /// <param name="intent">What the message was understood to ask about the bot; null for nothing.</param>
    /// <param name="words">The words of the message.</param>
    public static string? Instead(string? intent, IReadOnlyList<string> words)
    {
        if (intent != Urgent || words.Count > MostWords || words.Any(Pressing.Contains))
        {
            return intent;
        }

        return words.Any(Helping.Contains) && words.All(word => Helping.Contains(word) || Around.Contains(word)) ? Help
            : words.Zip(words.Skip(1)).Any(pair => Helping.Contains(pair.First) && With.Contains(pair.Second)) ? null
            : intent;
    }
}
