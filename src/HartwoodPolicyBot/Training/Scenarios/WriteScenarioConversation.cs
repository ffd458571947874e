using System.Globalization;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Core.Training.Scenarios;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Training.Scenarios;

/// <summary>
/// Lets practice managers write and change a training scenario: they choose the clause, write, look at it as it would be kept, and
/// save it. The right answer is on these cards, so they are shown in the manager's own chat only.
/// </summary>
internal sealed class WriteScenarioConversation(
    TrainingScenarios scenarios,
    TrainingModule module,
    ReviewScenario review,
    EditScenarios editing,
    ScenarioHandover handover,
    ManagerAccess managers
) : IConversation
{
    public IEnumerable<BotCommand> Commands => [];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(
                ScenarioOffer.Verb,
                (turn, click, cancel) =>
                    managers.ClickedAsync(turn, ScenarioAudit.Change, inOwnChat: false, () => OfferedAsync(turn, click, cancel), cancel)
            ),
            Verb(ScenarioVerbs.New, (_, _) => Task.FromResult(New())),
            Verb(ScenarioVerbs.Change, (_, click) => Task.FromResult(Change(click.Id))),
            Verb(
                ScenarioVerbs.ChooseSection,
                (_, click) => Task.FromResult(FormOf(click) is { } form ? ScenarioFormCard.Section(module.Policy, form) : Gone())
            ),
            Verb(
                ScenarioVerbs.Write,
                (_, click) =>
                    Task.FromResult(FormOf(click) is { } form ? Form(form, click.Input(ScenarioVerbs.Section) ?? SectionIn(click)) : Gone())
            ),
            Verb(ScenarioVerbs.Check, (_, click) => Task.FromResult(Check(click))),
            managers.VerbInPlace(ScenarioVerbs.Save, ScenarioAudit.Change, SaveAsync),
        ];

    private CardVerb Verb(string verb, Func<ITurn, CardClick, Task<TeamsActivity>> card) =>
        managers.VerbInPlace(
            verb,
            ScenarioAudit.Change,
            async (turn, click, _) => module.IsOffered || module.Policy.Sections.Count > 0 ? await card(turn, click) : Gone()
        );

    /// <summary>Starts a scenario on what an incident was about. In a channel, the form goes to the manager's own chat.</summary>
    private async Task<ClickAnswer> OfferedAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (module.Policy.Sections.Count == 0)
        {
            return new ClickAnswer.Refused(ScenarioRefusals.NotOffered);
        }

        var about = Excerpt.Cut(ActivityText.Fold(click.Kept(ScenarioOffer.About) ?? ""), ScenarioHandover.LongestAbout).Trim();
        var clause = ScenarioHandover.ClauseOf(module.Policy, click.Kept(ScenarioOffer.Section), click.Kept(ScenarioOffer.Clause));
        if (Sender.IsPersonal(turn))
        {
            return new ClickAnswer.Said(Offered(module.Policy, clause, about));
        }

        await handover.SendAsync(Sender.IdOf(turn), clause, about, cancellationToken);
        return new ClickAnswer.Said(SmallTalkCards.Leading("I've sent you a form for it in our private chat.", PrivateChat.Button(turn)));
    }

    /// <summary>Makes the form of a new scenario, with the clause chosen if the policy has it.</summary>
    public static TeamsActivity Offered(TrainingPolicy policy, string? clauseKey, string about)
    {
        var form = new ScenarioForm(
            ScenarioVerbs.IdOf(EditScenarios.NewName(), 0),
            ScenarioForm.Empty with
            {
                ClauseKey = clauseKey ?? "",
            },
            about.Length > 0 ? about : null
        );
        return ClauseKeys.Find(policy, clauseKey) is var (section, _)
            ? ScenarioFormCard.Words(section, form)
            : ScenarioFormCard.Section(policy, form);
    }

    private TeamsActivity New() =>
        ScenarioFormCard.Section(module.Policy, new(ScenarioVerbs.IdOf(EditScenarios.NewName(), 0), ScenarioForm.Empty));

    private TeamsActivity Change(string? id)
    {
        if (ScenarioVerbs.Read(id) is not var (name, _) || scenarios.Find(name) is not { } scenario)
        {
            return Gone();
        }

        var form = new ScenarioForm(
            ScenarioVerbs.IdOf(scenario),
            new(
                scenario is { Section: { } at, Clause: { } clause } ? ClauseKeys.Of(at, clause) : "",
                scenario.Audience,
                scenario.Text,
                scenario.Options,
                scenario.Answer.ToString(CultureInfo.InvariantCulture),
                scenario.Why
            ),
            Warning: scenario.DoesNotFit is { } why ? $"{why} Please choose the clause that decides now." : null
        );
        return scenario.Section is { } section ? ScenarioFormCard.Words(section, form) : ScenarioFormCard.Section(module.Policy, form);
    }

    private TeamsActivity Form(ScenarioForm form, string? sectionKey) =>
        ClauseKeys.Section(module.Policy, sectionKey) is { } section
            ? ScenarioFormCard.Words(section, form)
            : ScenarioFormCard.Section(module.Policy, form with { Warning = form.Warning ?? ScenarioRefusals.ClauseGone.Sentence });

    private TeamsActivity Check(CardClick click)
    {
        if (FormOf(click) is not { } form)
        {
            return Gone();
        }

        var reviewed = review.Review(form.Written);
        return reviewed.Value is { } scenario
            ? ScenarioFormCard.Review(scenario, form)
            : Form(form with { Warning = reviewed.Refusal!.Sentence }, SectionIn(click));
    }

    private async Task<TeamsActivity> SaveAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (FormOf(click) is not { } form || ScenarioVerbs.Read(form.Id) is not var (name, seen))
        {
            return Gone();
        }

        var refusal = await editing.SaveAsync(Sender.AsManager(turn), name, seen, form.Written, cancellationToken);
        if (refusal is null && scenarios.Find(name) is { } saved)
        {
            const string done = "Saved. New training will ask it. Anyone who is in the middle of training isn't affected.";
            return OneScenarioCard.Message(saved, null, done);
        }

        // Somebody else was faster: their scenario is shown, with what this manager wrote in the form, to be saved over it or not.
        return refusal == ScenarioRefusals.Changed && scenarios.Find(name) is { } now
            ? Form(form with { Id = ScenarioVerbs.IdOf(now), Warning = Overtaken(now) }, SectionIn(click))
            : Form(form with { Warning = refusal?.Sentence }, SectionIn(click));
    }

    private static string Overtaken(ListedScenario now) =>
        $"{now.ChangedBy ?? "Somebody"} changed this scenario since you opened it, so I haven't saved yours. It now says: “{now.Text}” "
        + "If you check and save yours, it replaces that.";

    private static string? SectionIn(CardClick click) => click.Kept(ScenarioVerbs.Section);

    /// <summary>Returns what a click carries of a form, with patients' identifiers hidden; null if it names no scenario.</summary>
    private ScenarioForm? FormOf(CardClick click) =>
        ScenarioVerbs.Read(click.Id) is var (name, seen)
            ? new(
                ScenarioVerbs.IdOf(name, seen),
                review.Masked(ScenarioVerbs.WrittenIn(click)),
                click.Kept(ScenarioVerbs.About) is { Length: > 0 } about ? Excerpt.Cut(about, ScenarioHandover.LongestAbout) : null
            )
            : null;

    private static TeamsActivity Gone() =>
        SmallTalkCards.Leading(
            ScenarioRefusals.NoSuchScenario.Sentence,
            BotVerbs.CommandButton("See all scenarios", ScenarioVerbs.Command)
        );
}
