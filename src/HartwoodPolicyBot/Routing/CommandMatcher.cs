using AdaptiveCards;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// The command that a short text was meant as: "the monitoring report, please", "monitering report", "gap". Such a text is
/// no question about the policy, and would stand among those that nobody answered.
/// </summary>
internal sealed class CommandMatcher(IReadOnlyCollection<BotCommand> commands)
{
    private const int MostWords = 7;
    private const int MostSlips = 2;

    /// <summary>Shorter words are too near to each other.</summary>
    private const int Shortest = 4;
    private static readonly string[] Fillers = ["the", "a", "please", "pls", "plz", "show", "me", "open", "view", "see", "now"];

    private readonly (List<string> Words, BotCommand Command)[] forEverybody = Known(commands, forManager: false);
    private readonly (List<string> Words, BotCommand Command)[] forManagers = Known(commands, forManager: true);

    /// <param name="written">The words that were written.</param>
    /// <param name="forManager">A practice manager wrote it, where their commands work.</param>
    /// <returns>The command, and whether nothing else can be meant; null when it is none.</returns>
    public (BotCommand Command, bool IsSure)? Find(List<string> written, bool forManager)
    {
        if (written.Count > MostWords)
        {
            return null;
        }

        var words = Without(Fillers, written);
        (BotCommand? Command, int Slips, int More) best = default;
        foreach (var (known, command) in forManager ? forManagers : forEverybody)
        {
            if (
                Slips(words, known) is { } slips
                && (best.Command is null || (slips, words.Count - known.Count).CompareTo((best.Slips, best.More)) < 0)
            )
            {
                best = (command, slips, words.Count - known.Count);
            }
        }

        return best.Command is null ? null : (best.Command, best is { Slips: 0, More: 0 });
    }

    /// <summary>Only what help lists is guessed at: a greeting or a word of thanks is written in too many ways.</summary>
    private static (List<string> Words, BotCommand Command)[] Known(IEnumerable<BotCommand> commands, bool forManager) =>
        [
            .. commands
                .Where(command => command.Help is { } help && (forManager || !help.IsForManagersOnly))
                .SelectMany(command => command.Words.Select(words => (Without(Fillers, Terms.Words(words)), command))),
        ];

    /// <summary>Asks; both buttons go on.</summary>
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
                    AdaptiveExecuteAction.Of("No, it is a question", PolicyVerbs.Ask, text),
                ],
            },
            sentence
        );
    }

    /// <summary>
    /// How many words are a slip away; null when more is different. Whatever follows a command of several words does not
    /// matter.
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
