using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Welcome;

/// <summary>Makes the short messages around the features. Each gives the person something to do next.</summary>
internal static class SmallTalkCards
{
    private const int LongestGivenBack = 3000;

    /// <summary>What the button of a command says below a refusal.</summary>
    private static readonly Dictionary<string, string> CommandTitles = new(StringComparer.Ordinal)
    {
        ["my reports"] = "See my reports",
        ["my questions"] = "See my questions",
        ["my policies"] = "See my policies",
        ["my training"] = "See my training",
        ["training"] = "Continue training",
        ["training status"] = "See training status",
        ["answers"] = "See saved answers",
        ["versions"] = "See policy versions",
        ["ask everyone to read"] = "Choose a policy",
        ["status"] = "See status",
        ["policy"] = "Browse the policy",
        ["my interests"] = "See my interests",
        ["my concerns"] = "See my concerns",
        ["accounts"] = "See practice accounts",
    };

    private const string WhatICanDo = "You can ask about the social media policy, report something or do your training.";

    public static TeamsActivity Hello() => Short($"Hello, how can I help? {WhatICanDo}", WhatToDo());

    /// <summary>Answers an apology or an exclamation, such as "oh dear".</summary>
    public static TeamsActivity Reply(ShortReply reply) =>
        Short($"{(reply == ShortReply.Apology ? "No problem." : "I'm here if you need me.")} {WhatICanDo}", WhatToDo());

    public static TeamsActivity NotClear() => Short($"Sorry if that wasn't clear. {WhatICanDo}", WhatToDo());

    public static TeamsActivity Thanks() => Short("You're welcome.", WhatToDo());

    public static TeamsActivity Goodbye() => Short("Bye for now. I'm here whenever you need me.", [HelpCard.Button()]);

    public static TeamsActivity NothingToCancel() => Short("There's nothing to cancel at the moment.", WhatToDo());

    public static TeamsActivity NothingToRead() =>
        Short($"Sorry, I didn't catch that. Try asking something like “{HelpCard.Examples[0]}”", WhatToDo());

    public static TeamsActivity EditNotRead() =>
        Short("I can't see changes to a message you've already sent. Please send it again as a new message.", WhatToDo());

    public static TeamsActivity SlowDown() => Short(Sentences.SlowDown, [PolicyVerbs.BrowseButton()]);

    public static AdaptiveCard ForDialog(string sentence) => new() { FallbackText = sentence, Body = [new AdaptiveTextBlock(sentence)] };

    public static TeamsActivity Apology(string reference) => Short(Sentences.Apology(reference), WhatToDo());

    /// <summary>Says that nothing can be stored now, and gives back what the person wrote.</summary>
    public static TeamsActivity NotStored(string written) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Sentences.NotStored,
                Body =
                [
                    new AdaptiveTextBlock(Sentences.NotStored),
                    .. written.Length == 0
                        ? Array.Empty<AdaptiveElement>()
                        : [AdaptiveRichTextBlock.Subtle(Excerpt.Of(written, LongestGivenBack))],
                ],
                Actions = WhatToDo(),
            },
            Sentences.NotStored
        );

    /// <summary>Says why something was not done, with a button for what to do next.</summary>
    public static TeamsActivity Refused(Refusal refusal) =>
        refusal.Next is { } command
            ? Leading(refusal.Sentence, BotVerbs.CommandButton(CommandTitles.GetValueOrDefault(command, "Carry on"), command))
            : Sentence(refusal.Sentence);

    public static TeamsActivity Sentence(string sentence) => Short(sentence, WhatToDo());

    /// <summary>Makes a message that says something about the bot, with the buttons that lead on from there.</summary>
    public static TeamsActivity Leading(string sentences, params IReadOnlyList<AdaptiveAction> actions) =>
        Short(sentences, [.. actions, HelpCard.Button()]);

    /// <summary>
    /// Makes a message with one sentence about setting the bot up. It offers help, because reading the policy is no next step
    /// here.
    /// </summary>
    public static TeamsActivity SentenceWithHelp(string sentence) => Short(sentence, [HelpCard.Button()]);

    private static IReadOnlyList<AdaptiveAction> WhatToDo() => [PolicyVerbs.BrowseButton(), HelpCard.Button()];

    /// <summary>Makes a message with a sentence and the buttons that lead on from it.</summary>
    public static TeamsActivity Short(string sentence, params IReadOnlyList<AdaptiveAction> actions) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = sentence,
                Body = [new AdaptiveRichTextBlock(sentence)],
                Actions = actions,
            },
            sentence
        );
}
