using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Bot;

/// <summary>The short messages around the real work. Each leaves the person something to do next.</summary>
internal static class SmallTalkCards
{
    public static Activity Hello() => Short("Hello. What would you like to know about the social media policy?", WhatToDo());

    public static Activity Thanks() => Short("You're welcome. Ask me again whenever you are unsure before you post.", WhatToDo());

    public static Activity NothingToCancel() => Short("Nothing is under way, so there is nothing to cancel.", WhatToDo());

    public static Activity NothingToRead() =>
        Short($"I could not find a question in that. Ask me in a few words, such as \"{HelpCard.Examples[0]}\"", WhatToDo());

    public static Activity SlowDown() => Short(Sentences.SlowDown, [PolicyVerbs.BrowseButton()]);

    public static Activity Apology(string reference) => Short(Sentences.Apology(reference), WhatToDo());

    public static Activity Sentence(string sentence) => Short(sentence, WhatToDo());

    private static IReadOnlyList<CardAction> WhatToDo() => [PolicyVerbs.BrowseButton(), HelpCard.Button()];

    private static Activity Short(string sentence, IReadOnlyList<CardAction> actions) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = sentence,
                Body = [new TextBlock(sentence)],
                Actions = actions,
            },
            sentence
        );
}
