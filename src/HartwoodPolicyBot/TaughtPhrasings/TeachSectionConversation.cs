using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.TaughtPhrasings;
using HartwoodPolicyBot.ManagerQuestions;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.TaughtPhrasings;

/// <summary>
/// Lets a practice manager say that the policy covers an unanswered question, or one whose answer did not help, and where.
/// </summary>
internal sealed class TeachSectionConversation(
    UnansweredQuestions unanswered,
    SectionChoices choices,
    TeachSection teaching,
    ManagerAccess managers
) : IConversation
{
    private const string Gone = "That one has already been dealt with.";

    public IEnumerable<BotCommand> Commands => [];

    public IEnumerable<CardVerb> Verbs =>
        [
            Verb(TaughtPhrasingAttempts.Open, (_, click, group, _) => Task.FromResult(Sections(click, group))),
            Verb(TaughtPhrasingAttempts.Choose, ChooseAsync),
            Verb(TaughtPhrasingAttempts.Teach, TeachAsync),
        ];

    private CardVerb Verb(AuditedAttempt attempt, Func<ITurn, CardClick, UnansweredGroup, CancellationToken, Task<TeamsActivity>> answer) =>
        managers.VerbInPlace(
            attempt.Code,
            attempt,
            async (turn, click, cancel) =>
                await FindAsync(click, cancel) is { } group ? await answer(turn, click, group, cancel) : SavedAnswersCard.Sentence(Gone)
        );

    private TeamsActivity Sections(CardClick click, UnansweredGroup group, Refusal? refusal = null)
    {
        var words = click.Input(TaughtPhrasingVerbs.Words);
        return TeachSectionCard.Sections(
            group,
            choices.For(group.Wordings[0].Text, words),
            choices.Policies,
            choices.AreMany ? words ?? "" : null,
            refusal,
            TaughtPhrasingVerbs.TickedIn(click)
        );
    }

    private async Task<TeamsActivity> ChooseAsync(ITurn turn, CardClick click, UnansweredGroup group, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(click.Input(TaughtPhrasingVerbs.Section)))
        {
            var isSearch = !string.IsNullOrWhiteSpace(click.Input(TaughtPhrasingVerbs.Words));
            return Sections(click, group, isSearch ? null : TaughtPhrasingRefusals.NoSection);
        }

        if (Chosen(click, group) is null)
        {
            return Sections(click, group, ManagerQuestionRefusals.NoWording);
        }

        if (choices.Find(click.Input(TaughtPhrasingVerbs.Section)) is not { } section)
        {
            return Sections(click, group, TaughtPhrasingRefusals.SectionGone);
        }

        var ticked = TaughtPhrasingVerbs.TickedIn(click);
        return section.Clauses is [var only]
            ? await TeachAsync(turn, click, group, section.Id, ClauseChoice.MarkOf(only), cancellationToken)
            : TeachSectionCard.Clauses(group, section, choices.Likely(section, group.Wordings[0].Text), ticked);
    }

    private Task<TeamsActivity> TeachAsync(ITurn turn, CardClick click, UnansweredGroup group, CancellationToken cancellationToken) =>
        TeachAsync(
            turn,
            click,
            group,
            click.Kept(TaughtPhrasingVerbs.Section) ?? "",
            click.Input(TaughtPhrasingVerbs.Clause) ?? click.Kept(TaughtPhrasingVerbs.Clause) ?? "",
            cancellationToken
        );

    private async Task<TeamsActivity> TeachAsync(
        ITurn turn,
        CardClick click,
        UnansweredGroup group,
        string sectionId,
        string clauseMark,
        CancellationToken cancellationToken
    )
    {
        if (Chosen(click, group) is not { } chosen)
        {
            return Sections(click, group, ManagerQuestionRefusals.GroupChanged);
        }

        var result = await teaching.TeachAsync(
            Sender.AsManager(turn),
            chosen.Wordings,
            new(sectionId, clauseMark),
            click.Kept(TaughtPhrasingVerbs.Shown),
            cancellationToken
        );
        if (choices.Find(sectionId) is not { } section || Clause(section, clauseMark) is not { } clause)
        {
            return Sections(click, group, result.Refusal ?? TaughtPhrasingRefusals.SectionGone);
        }

        var ticked = TaughtPhrasingVerbs.TickedIn(click);
        return result switch
        {
            { Refusal: { } refusal } => TeachSectionCard.Clauses(group, section, clause, ticked, refusal),
            { ToConfirm: { } changes } => TaughtChangesCard.Confirm(group, section, clause, ticked, changes),
            _ => TaughtChangesCard.Taught(result.Taught, section, clause, await WaitingAsync(chosen, cancellationToken)),
        };
    }

    private static Clause? Clause(PolicySection section, string mark) =>
        section.Clauses.FirstOrDefault(clause => ClauseChoice.MarkOf(clause) == mark);

    /// <summary>Returns the group with the wordings that are ticked; null if none is, or if one has been dealt with.</summary>
    private static UnansweredGroup? Chosen(CardClick click, UnansweredGroup group)
    {
        var ticked = (TaughtPhrasingVerbs.TickedIn(click) ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => Ids.Read<LoggedQuestion>(text)?.Value ?? Guid.Empty)
            .ToHashSet();
        return ticked.Count == 0 ? null : group.Only(ticked, null);
    }

    private async Task<UnansweredGroup?> FindAsync(CardClick click, CancellationToken cancellationToken) =>
        Ids.Read<LoggedQuestion>(click.Id) is { } id
            ? (await unanswered.NowAsync(cancellationToken)).Groups.FirstOrDefault(group => group.Questions.Contains(id.Value))
            : null;

    private async Task<int> WaitingAsync(UnansweredGroup chosen, CancellationToken cancellationToken)
    {
        var ids = chosen.Questions.ToHashSet();
        return (await unanswered.WaitingAsync(cancellationToken)).Count(question => ids.Contains(question.QuestionId));
    }
}
