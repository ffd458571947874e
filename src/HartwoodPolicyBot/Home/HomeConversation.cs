using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Home;

/// <summary>Shows practice managers and deputies their home, in their own chat.</summary>
internal sealed class HomeConversation(SetUpChecklist checklist, WorkToDo work, ManagerAccess managers) : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                [HomeCard.Verb, "set up", "setup", "set-up", "to do", "what needs doing", "what needs my attention"],
                HomeAsync,
                CommandHelp.ForManagers("see what needs doing, and finish set-up")
            ),
        ];

    public IEnumerable<BotIntent> Intents =>
        [
            new("home", HomeAsync) { IsForManagersOnly = true },
            new(
                "set-up",
                (turn, cancel) =>
                    managers.IsManager(turn)
                        ? CardLead.WithAsync(
                            "To choose the channel, @mention me there and write “use this channel”. The person who runs me sets "
                                + "everything else.",
                            HomeAsync(turn, cancel)
                        )
                        : HomeAsync(turn, cancel)
            )
            {
                IsForManagersOnly = true,
            },
        ];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(
                HomeCard.Verb,
                (turn, _, cancel) => ClickedAsync(turn, async () => new ClickAnswer.InPlace(await CardAsync(cancel)), cancel)
            ),
            new(HomeCard.StepVerb, (turn, click, cancel) => ClickedAsync(turn, () => StepAsync(click, cancel), cancel)),
        ];

    private async Task<TeamsActivity> HomeAsync(ITurn turn, CancellationToken cancellationToken)
    {
        if (!managers.IsManager(turn))
        {
            // Staff who look for their own page are on no wrong way, so nothing is written to the audit.
            return SmallTalkCards.Leading(
                "That page is for practice managers. Here's what you can look at:",
                BotVerbs.CommandButton("See my training", "my training"),
                BotVerbs.CommandButton("Open my reports", "my reports")
            );
        }

        return managers.LookRefused(turn, HomeCard.Verb, inOwnChat: true) ?? await CardAsync(cancellationToken);
    }

    private Task<ClickAnswer> ClickedAsync(ITurn turn, Func<Task<ClickAnswer>> answer, CancellationToken cancellationToken) =>
        managers.ClickedAsync(turn, HomeAudit.See, inOwnChat: true, answer, cancellationToken);

    /// <summary>Says how to do the step that was tapped. A step that is done by now, or that there isn't, gets the home.</summary>
    private async Task<ClickAnswer> StepAsync(CardClick click, CancellationToken cancellationToken)
    {
        var steps = await checklist.StepsAsync(joining: null, cancellationToken);
        return new ClickAnswer.Said(
            steps.FirstOrDefault(step => step.Id == click.Id && !step.IsDone) is { } step
                ? HomeCard.Step(step)
                : HomeCard.Message(steps, await work.FindAsync(cancellationToken))
        );
    }

    private async Task<TeamsActivity> CardAsync(CancellationToken cancellationToken) =>
        HomeCard.Message(await checklist.StepsAsync(joining: null, cancellationToken), await work.FindAsync(cancellationToken));
}
