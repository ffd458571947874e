using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Web;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Policies;

/// <summary>Lets people read the policies section by section.</summary>
internal sealed class SectionConversation(PolicyLibrary library, PublicAddress address) : IConversation
{
    internal static Refusal OldCard { get; } =
        new(RefusalKind.NotFound, "old-card", "This card is out of date. Browse the policy, or ask me again.", "policy");

    public IEnumerable<BotCommand> Commands =>
        [
            new(
                ["policy", "policies", "sections", "browse"],
                (_, _) => Task.FromResult(SectionListCard.Message(library, address)),
                CommandHelp.ForEverybody("read the policy")
            ),
        ];

    public IEnumerable<BotIntent> Intents =>
        [
            new("read-policy", (_, _) => Task.FromResult(SectionListCard.Message(library, address))),
            new(
                "policy-version",
                (_, _) =>
                    Task.FromResult(
                        SmallTalkCards.Leading(
                            string.Join("\n\n", library.Documents.Select(PolicyTitle.WhatIsKnown)),
                            PolicyVerbs.BrowseButton(),
                            new AdaptiveOpenUrlAction { Title = "Open the policy", Url = address.Policy }
                        )
                    )
            ),
        ];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(
                PolicyVerbs.Browse,
                (_, click, _) =>
                    Task.FromResult<ClickAnswer>(
                        click.Id is null
                            ? new ClickAnswer.Said(SectionListCard.Message(library, address))
                            : new ClickAnswer.InPlace(SectionListCard.Message(library, address, PageButtons.NumberIn(click.Id)))
                    )
            ),
            new(PolicyVerbs.Section, (_, click, _) => Task.FromResult(SectionTapped(click))),
        ];

    private ClickAnswer SectionTapped(CardClick click)
    {
        var parts = (click.Id ?? "").Split(SectionCard.ContinuesAt);
        var from = parts.Length == 2 && int.TryParse(parts[1], out var number) ? number : 0;
        return parts.Length <= 2 && library.Section(parts[0]) is { } section && from >= 0 && from < section.Clauses.Count
            ? new ClickAnswer.Said(SectionCard.Message(library.DocumentOf(section), section, from, address))
            : new ClickAnswer.Refused(OldCard);
    }
}
