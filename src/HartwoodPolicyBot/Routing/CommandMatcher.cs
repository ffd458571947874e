using AdaptiveCards;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// Finds the command that a short text probably means, such as "the monitoring report, please", "monitering report" or "gap".
/// Such a text isn't a question about the policy; without this it would be listed with the unanswered questions.
/// </summary>
internal sealed class CommandMatcher(IReadOnlyCollection<BotCommand> commands)
{
    private const int MostWords = 7;
    private const int MostSlips = 2;

    /// <summary>Words shorter than this are too similar to each other to guess at.</summary>
    private const int Shortest = 4;
    private static readonly string[] Fillers = ["the", "a", "please", "pls", "plz", "show", "me", "open", "view", "see", "now"];

    private static readonly string[] Seeing = ["see", "show", "view", "open"];
    private static readonly string[] Owning = ["my", "our"];

    private readonly (List<string> Words, BotCommand Command)[] forEverybody = Known(commands, forManager: false);
    private readonly (List<string> Words, BotCommand Command)[] forManagers = Known(commands, forManager: true);

    /// <param name="written">The words of the text.</param>
    /// <param name="forManager">True if a practice manager wrote it in a place where their commands work.</param>
    /// <returns>The command, and whether it is the only one that can be meant; null if no command is similar.</returns>
    public (BotCommand Command, bool IsSure)? Find(List<string> written, bool forManager)
    {
        if (written.Count > MostWords)
        {
            return null;
        }

        return Find(Without(Fillers, written), forManager ? forManagers : forEverybody) ?? FindSeen(written, forManager);
    }

    /// <summary>
    /// Finds a misspelt command in a message that asks to see something, such as "where do i see my acounts". What is spelt right is
    /// understood as a sentence.
    /// </summary>
    private (BotCommand Command, bool IsSure)? FindSeen(List<string> written, bool forManager)
    {
        var words = Without(Fillers, written[(written.FindLastIndex(word => Seeing.Contains(word)) + 1)..]);
        if (words.Count == written.Count || words.Count == 0)
        {
            return null;
        }

        var known = forManager ? forManagers : forEverybody;
        return Array.Exists(known, one => one.Words.SequenceEqual(words) || one.Words.SequenceEqual(Without(Owning, words))) ? null
            : Array.Find(known, one => IsMisspelt(words, one.Words) || IsMisspelt(Without(Owning, words), one.Words)).Command
                is { } misspelt
                ? (misspelt, false)
            : null;
    }

    private static bool IsMisspelt(List<string> words, List<string> command) =>
        words.Count == command.Count && Slips(words, command) is > 0;

    private static (BotCommand Command, bool IsSure)? Find(List<string> words, (List<string> Words, BotCommand Command)[] known)
    {
        (BotCommand? Command, int Slips, int More) best = default;
        foreach (var (commandWords, command) in known)
        {
            if (
                Slips(words, commandWords) is { } slips
                && (best.Command is null || (slips, words.Count - commandWords.Count).CompareTo((best.Slips, best.More)) < 0)
            )
            {
                best = (command, slips, words.Count - commandWords.Count);
            }
        }

        return best.Command is null ? null : (best.Command, best is { Slips: 0, More: 0 });
    }

    /// <summary>Says whether a text is one word, apart from words such as "please".</summary>
    public static bool IsOneWord(List<string> written) => Without(Fillers, written).Count <= 1;

    /// <summary>
    /// Returns the commands that may be guessed at: only those that help lists, because there are too many ways to write a
    /// greeting or thanks.
    /// </summary>
    private static (List<string> Words, BotCommand Command)[] Known(IEnumerable<BotCommand> commands, bool forManager) =>
        [
            .. commands
                .Where(command => command.Help is { } help && (forManager || !help.IsForManagersOnly))
                .SelectMany(command => command.Words.Select(words => (Without(Fillers, Terms.Words(words)), command))),
        ];

    /// <summary>
    /// Makes the card that asks whether the command was meant, with a button for yes and a button to ask the text as a
    /// question.
    /// </summary>
    public static TeamsActivity Ask(BotCommand command, string text)
    {
        var sentence = $"Did you mean {command.Words[0]}?";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = sentence,
                Body = [new AdaptiveTextBlock(sentence)],
                Actions =
                [
                    AdaptiveExecuteAction.Of($"Yes, {command.Words[0]}", BotVerbs.Command, command.Words[0]),
                    AdaptiveExecuteAction.Of("No, it's a question", PolicyVerbs.Ask, text),
                ],
            },
            sentence
        );
    }

    /// <summary>
    /// Returns how many words differ by a typing slip; null if they differ by more. Words after a command of several words are
    /// ignored.
    /// </summary>
    private static int? Slips(List<string> words, List<string> command)
    {
        if (command.Count == 0 || words.Count < command.Count || (command.Count == 1 && words.Count > 1))
        {
            return null;
        }

        var slips = 0;
        for (var place = 0; place < command.Count; place++)
        {
            if (words[place] != command[place])
            {
                if (command[place].Length < Shortest || !Terms.AreOneSlipApart(words[place], command[place]) || ++slips > MostSlips)
                {
                    return null;
                }
            }
        }

        return slips;
    }

    private static List<string> Without(string[] fillers, List<string> words) => words.FindAll(word => !fillers.Contains(word));
}
