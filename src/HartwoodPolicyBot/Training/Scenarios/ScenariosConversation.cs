using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Training.Scenarios;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Training.Scenarios;

/// <summary>
/// Lets practice managers see, set aside and use the training scenarios. The cards hold the right answers, so they are shown in the
/// manager's own chat only.
/// </summary>
internal sealed class ScenariosConversation(
    TrainingScenarios scenarios,
    ScenarioAnswers answers,
    EditScenarios editing,
    ManagerAccess managers
) : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                [ScenarioVerbs.Command, "scenarios", "change the training", "training questions"],
                async (turn, cancel) => LookRefused(turn, ScenarioVerbs.Command) ?? await ListAsync(1, null, null, cancel),
                CommandHelp.ForManagers("see, write and change training scenarios")
            ),
            new([ScenarioVerbs.ToMendCommand], (turn, _) => Task.FromResult(LookRefused(turn, ScenarioVerbs.ToMendCommand) ?? ToMend(1))),
        ];

    public IEnumerable<BotIntent> Intents => [new("scenarios", Commands.First().Answer) { IsForManagersOnly = true }];

    public IEnumerable<CardVerb> Verbs =>
        [
            Verb(
                ScenarioVerbs.List,
                (_, click, cancel) => ListAsync(PageButtons.NumberIn(click.Id), click.Kept(ScenarioVerbs.Words), null, cancel)
            ),
            Verb(ScenarioVerbs.Find, (_, click, cancel) => ListAsync(1, click.Input(ScenarioVerbs.Words), null, cancel)),
            Verb(ScenarioVerbs.ToMend, (_, click, _) => Task.FromResult(ToMend(PageButtons.NumberIn(click.Id)))),
            Verb(ScenarioVerbs.See, (_, click, cancel) => ShowAsync(ScenarioVerbs.Read(click.Id)?.Name, null, cancel)),
            Verb(
                ScenarioVerbs.SetAside,
                (turn, click, cancel) =>
                    DoneAsync(
                        click,
                        "I've stopped using it. New training won't ask it. Anyone who is in the middle of training can finish it as it is.",
                        (name, seen) => editing.SetAsideAsync(Sender.AsManager(turn), name, seen, cancel),
                        cancel
                    )
            ),
            Verb(
                ScenarioVerbs.Use,
                (turn, click, cancel) =>
                    DoneAsync(
                        click,
                        "It's in use again. New training will ask it.",
                        (name, seen) => editing.UseAsync(Sender.AsManager(turn), name, seen, cancel),
                        cancel
                    )
            ),
        ];

    private CardVerb Verb(string verb, Func<ITurn, CardClick, CancellationToken, Task<TeamsActivity>> card) =>
        managers.VerbInPlace(verb, ScenarioAudit.Change, card);

    private TeamsActivity? LookRefused(ITurn turn, string command) => managers.LookRefused(turn, command, inOwnChat: true);

    private async Task<TeamsActivity> ListAsync(int page, string? words, string? banner, CancellationToken cancellationToken)
    {
        var all = scenarios.All();
        if (all.Count == 0)
        {
            return SmallTalkCards.SentenceWithHelp(ScenarioRefusals.NotOffered.Sentence);
        }

        var wanted = (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        IReadOnlyList<ListedScenario> found =
            wanted.Length == 0 ? all : [.. all.Where(scenario => Array.TrueForAll(wanted, word => Holds(scenario, word)))];
        return ScenarioListCard.Message(
            found,
            await answers.CountAsync(cancellationToken),
            page,
            wanted.Length == 0 ? null : Excerpt.Cut(words!, LongestWords),
            banner
        );
    }

    private const int LongestWords = 100;

    private static bool Holds(ListedScenario scenario, string word) =>
        scenario
            .Options.Append(scenario.Heading)
            .Append(scenario.Text)
            .Append(scenario.Why)
            .Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private TeamsActivity ToMend(int page) =>
        ScenarioListCard.ToMend([.. scenarios.All().Where(scenario => scenario.DoesNotFit is not null)], page);

    private async Task<TeamsActivity> ShowAsync(string? name, string? banner, CancellationToken cancellationToken) =>
        scenarios.Find(name) is { } scenario
            ? OneScenarioCard.Message(scenario, (await answers.CountAsync(cancellationToken)).GetValueOrDefault(scenario.Id), banner)
            : await ListAsync(1, null, ScenarioRefusals.NoSuchScenario.Sentence, cancellationToken);

    /// <summary>Changes a scenario, and shows it as it is now with what was done, or why it was not.</summary>
    private async Task<TeamsActivity> DoneAsync(
        CardClick click,
        string done,
        Func<string, int, Task<Refusal?>> act,
        CancellationToken cancellationToken
    ) =>
        ScenarioVerbs.Read(click.Id) is var (name, seen)
            ? await ShowAsync(name, (await act(name, seen))?.Sentence ?? done, cancellationToken)
            : await ShowAsync(null, null, cancellationToken);
}
