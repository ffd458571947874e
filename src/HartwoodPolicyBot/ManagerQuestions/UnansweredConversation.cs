using System.Globalization;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Shows practice managers, in their own chat, the questions that nobody has answered.</summary>
internal sealed class UnansweredConversation(UnansweredQuestions unanswered, AnswerQuestionGroup answering, ManagerAccess managers)
    : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                ["unanswered", "unanswered questions", ManagerQuestionVerbs.Unanswered],
                OpenAsync,
                CommandHelp.ForManagers("see questions still waiting for an answer")
            ),
        ];

    public IEnumerable<BotIntent> Intents =>
        [new("questions-waiting", OpenAsync) { IsForManagersOnly = true }, new("not-answered", OpenAsync) { IsForManagersOnly = true }];

    public IEnumerable<CardVerb> Verbs =>
        [
            Verb(
                ManagerQuestionAttempts.Unanswered,
                async (_, click, cancel) =>
                    new ClickAnswer.InPlace(
                        await ListAsync(
                            ManagerQuestionVerbs.PageIn(click),
                            null,
                            cancel,
                            PageButtons.NumberIn(click.Kept(ManagerQuestionVerbs.WaitingPage))
                        )
                    )
            ),
            Verb(ManagerQuestionAttempts.Group, (_, click, cancel) => GroupAsync(click, cancel)),
            Verb(ManagerQuestionAttempts.AnswerGroup, AnswerAsync),
            Verb(ManagerQuestionAttempts.DismissGroup, DismissAsync),
        ];

    private CardVerb Verb(AuditedAttempt attempt, Func<ITurn, CardClick, CancellationToken, Task<ClickAnswer>> answer) =>
        managers.Verb(attempt.Code, attempt, answer);

    private async Task<TeamsActivity> OpenAsync(ITurn turn, CancellationToken cancellationToken) =>
        managers.LookRefused(turn, "unanswered", inOwnChat: true) ?? await ListAsync(1, null, cancellationToken);

    private async Task<TeamsActivity> ListAsync(int page, string? banner, CancellationToken cancellationToken, int waitingPage = 1)
    {
        var (groups, until) = await unanswered.NowAsync(cancellationToken);
        return UnansweredCard.List(groups, await unanswered.WaitingAsync(cancellationToken), until, page, banner, waitingPage);
    }

    private async Task<ClickAnswer> GroupAsync(CardClick click, CancellationToken cancellationToken) =>
        await FindAsync(click, cancellationToken) is ({ } group, var until)
            ? new ClickAnswer.InPlace(UnansweredCard.Group(group, await WaitingAsync(group, cancellationToken), until))
            : await GoneAsync(cancellationToken);

    private async Task<ClickAnswer> AnswerAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        var written = AnswerTextInput.Read(click);
        if (await FindAsync(click, cancellationToken) is not ({ } group, var until))
        {
            return new ClickAnswer.InPlace(SavedAnswersCard.Sentence(Gone, written.Text));
        }

        var ticked = ManagerQuestionVerbs
            .TickedIn(click)
            .ToLookup(text => text.StartsWith(ManagerQuestionVerbs.Behind, StringComparison.Ordinal));
        var shown = ticked[false].Select(text => Ids.Read<LoggedQuestion>(text)?.Value ?? Guid.Empty).ToHashSet();
        var ofAll = ticked[true]
            .Select(text =>
                int.TryParse(text[ManagerQuestionVerbs.Behind.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var all)
                    ? all
                    : 0
            )
            .Cast<int?>()
            .FirstOrDefault();
        var refusal = group.Only(shown, ofAll) is { } chosen
            ? (await answering.AnswerAsync(Sender.AsManager(turn), chosen, written, cancellationToken)).Refusal
            : ManagerQuestionRefusals.GroupChanged;
        if (refusal is null)
        {
            return new ClickAnswer.InPlace(await ListAsync(1, "Done. I'll use that answer from now on.", cancellationToken));
        }

        // Looked up again, because somebody else may have settled the whole group.
        return await FindAsync(click, cancellationToken) is ({ } still, _)
            ? new ClickAnswer.InPlace(
                UnansweredCard.Group(
                    still,
                    await WaitingAsync(still, cancellationToken),
                    until,
                    refusal,
                    written,
                    refusal == ManagerQuestionRefusals.GroupChanged ? null : click.Input(ManagerQuestionVerbs.Ticked)
                )
            )
            : new ClickAnswer.InPlace(SavedAnswersCard.Sentence(Gone, written.Text));
    }

    private async Task<ClickAnswer> DismissAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (await FindAsync(click, cancellationToken) is not ({ } group, _))
        {
            return await GoneAsync(cancellationToken);
        }

        var refusal = await answering.DismissAsync(Sender.AsManager(turn), group, cancellationToken);
        return new ClickAnswer.InPlace(
            await ListAsync(1, refusal?.Sentence ?? "Dismissed. It will come back only if someone asks again.", cancellationToken)
        );
    }

    private const string Gone = "That one has already been dealt with.";

    private async Task<ClickAnswer> GoneAsync(CancellationToken cancellationToken) =>
        new ClickAnswer.InPlace(await ListAsync(1, Gone, cancellationToken));

    private async Task<(UnansweredGroup? Group, DateTimeOffset Until)> FindAsync(CardClick click, CancellationToken cancellationToken) =>
        Ids.Read<LoggedQuestion>(click.Id) is { } id
        && DateTimeOffset.TryParseExact(
            click.Kept(ManagerQuestionVerbs.Until),
            "O",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var until
        )
            ? (await unanswered.FindAsync(id, until, cancellationToken), until)
            : (null, default);

    private async Task<int> WaitingAsync(UnansweredGroup group, CancellationToken cancellationToken) =>
        (await unanswered.WaitingAsync(cancellationToken))
            .Select(question => question.QuestionId)
            .Count(group.Questions.ToHashSet().Contains);
}
