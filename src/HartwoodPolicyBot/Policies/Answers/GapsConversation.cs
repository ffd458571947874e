using System.Globalization;
using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Policies.Answers;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies.Answers;

/// <summary>What nobody has answered yet, for practice managers in their own chat.</summary>
internal sealed class GapsConversation(QuestionGaps gaps, AnsweringDesk answering, ForPracticeManagers managers) : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                [AnswerVerbs.Gaps, "unanswered", "unanswered questions"],
                async (turn, cancel) =>
                    await managers.RefusalAsync(turn, AnswerVerbs.Gaps, inOwnChat: true, cancel) is { } refused
                        ? AnswersCard.Sentence(refused)
                        : await ListAsync(1, null, cancel)
            ),
        ];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(
                AnswerVerbs.Gaps,
                (turn, click, cancel) =>
                    ManagerAsync(
                        turn,
                        click,
                        async () => new ClickAnswer.InPlace(await ListAsync(AnswerVerbs.PageIn(click), null, cancel)),
                        cancel
                    )
            ),
            new(AnswerVerbs.Gap, (turn, click, cancel) => ManagerAsync(turn, click, () => GroupAsync(click, cancel), cancel)),
            new(AnswerVerbs.AnswerGap, (turn, click, cancel) => ManagerAsync(turn, click, () => AnswerAsync(turn, click, cancel), cancel)),
            new(
                AnswerVerbs.SetAsideGap,
                (turn, click, cancel) => ManagerAsync(turn, click, () => SetAsideAsync(turn, click, cancel), cancel)
            ),
        ];

    private Task<ClickAnswer> ManagerAsync(
        ITurnContext turn,
        CardClick click,
        Func<Task<ClickAnswer>> answer,
        CancellationToken cancellationToken
    ) => managers.ClickedAsync(turn, click.Verb, inOwnChat: true, answer, cancellationToken);

    private async Task<Activity> ListAsync(int page, string? banner, CancellationToken cancellationToken)
    {
        var (groups, until) = await gaps.NowAsync(cancellationToken);
        return GapsCard.List(groups, await gaps.WaitingAsync(cancellationToken), until, page, banner);
    }

    private async Task<ClickAnswer> GroupAsync(CardClick click, CancellationToken cancellationToken) =>
        await FindAsync(click, cancellationToken) is ({ } group, var until)
            ? new ClickAnswer.InPlace(GapsCard.Group(group, await WaitingAsync(group, cancellationToken), until))
            : await GoneAsync(cancellationToken);

    private async Task<ClickAnswer> AnswerAsync(ITurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        var written = AnswerInput.Read(click);
        if (await FindAsync(click, cancellationToken) is not ({ } group, var until))
        {
            return new ClickAnswer.InPlace(AnswersCard.Sentence(Gone, written.Text));
        }

        var ticked = AnswerVerbs.TickedIn(click).ToLookup(text => text.StartsWith(AnswerVerbs.Behind, StringComparison.Ordinal));
        var shown = ticked[false].Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).ToHashSet();
        var ofAll = ticked[true]
            .Select(text =>
                int.TryParse(text[AnswerVerbs.Behind.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var all) ? all : 0
            )
            .Cast<int?>()
            .FirstOrDefault();
        var refusal = group.Only(shown, ofAll) is { } left
            ? (await answering.AnswerGroupAsync(new(Sender.IdOf(turn), Sender.NameOf(turn)), left, written, cancellationToken)).Refusal
            : AnswerErrors.GroupChanged;
        if (refusal is null)
        {
            return new ClickAnswer.InPlace(await ListAsync(1, "Answered. I give it from now on.", cancellationToken));
        }

        // As it is now: somebody else may have settled all of it.
        return await FindAsync(click, cancellationToken) is ({ } still, _)
            ? new ClickAnswer.InPlace(
                GapsCard.Group(
                    still,
                    await WaitingAsync(still, cancellationToken),
                    until,
                    refusal,
                    written,
                    refusal == AnswerErrors.GroupChanged ? null : click.Input(AnswerVerbs.Ticked)
                )
            )
            : new ClickAnswer.InPlace(AnswersCard.Sentence(Gone, written.Text));
    }

    private async Task<ClickAnswer> SetAsideAsync(ITurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        if (await FindAsync(click, cancellationToken) is not ({ } group, _))
        {
            return await GoneAsync(cancellationToken);
        }

        var refusal = await answering.SetAsideAsync(new(Sender.IdOf(turn), Sender.NameOf(turn)), group, cancellationToken);
        return new ClickAnswer.InPlace(
            await ListAsync(1, refusal?.Sentence ?? "Set aside. It is not shown again unless it is asked again.", cancellationToken)
        );
    }

    private const string Gone = "That group is settled already.";

    private async Task<ClickAnswer> GoneAsync(CancellationToken cancellationToken) =>
        new ClickAnswer.InPlace(await ListAsync(1, Gone, cancellationToken));

    private async Task<(QuestionGroup? Group, DateTimeOffset Until)> FindAsync(CardClick click, CancellationToken cancellationToken) =>
        Guid.TryParse(click.Id, out var id)
        && DateTimeOffset.TryParseExact(
            click.Kept(AnswerVerbs.Until),
            "O",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var until
        )
            ? (await gaps.FindAsync(id, until, cancellationToken), until)
            : (null, default);

    private async Task<int> WaitingAsync(QuestionGroup group, CancellationToken cancellationToken) =>
        (await gaps.WaitingAsync(cancellationToken)).Select(question => question.QuestionId).Count(group.Questions.ToHashSet().Contains);
}
