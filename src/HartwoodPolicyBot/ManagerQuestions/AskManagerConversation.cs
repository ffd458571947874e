using HartwoodPolicyBot.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Lets staff send a question to the practice manager, add to it, follow it and withdraw it.</summary>
internal sealed class AskManagerConversation(
    SubmitManagerQuestion managerQuestions,
    ChangeManagerQuestion change,
    OwnQuestions own,
    PersonalChats chats,
    IncidentsChannelAccess channel,
    ManagerAccess managers,
    StaffOptions staff
) : IConversation
{
    private const string ComeToYou = "You're a practice manager, so questions from staff come to you.";

    private const string PassedOn =
        "I can pass a question on to the practice manager. Write it here first. If the policy doesn't answer it, tap Ask the practice "
        + "manager under my reply.";

    public IEnumerable<BotCommand> Commands =>
        [new(["my questions", "my question"], MineAsync, CommandHelp.ForEverybody("see questions you've sent to the practice manager"))];

    public IEnumerable<BotIntent> Intents =>
        [
            new("my-questions", MineAsync),
            new("withdraw-question", MineAsync),
            new("ask-manager", AskFirst),
            new(
                "contact",
                (turn, _) =>
                {
                    var isManager = managers.IsPracticeManager(turn);
                    var contact = staff.Contact is { Length: > 0 } known ? $"The practice manager: {known}. " : "";
                    return Task.FromResult(
                        SmallTalkCards.Leading(
                            contact + (isManager ? ComeToYou : PassedOn),
                            isManager ? BotVerbs.CommandButton("See unanswered questions", "unanswered") : ReportOffer.Button()
                        )
                    );
                }
            ),
        ];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(
                ManagerQuestionVerbs.Ask,
                (turn, click, cancel) => SendAsync<LoggedQuestion>(turn, click, managerQuestions.SendAsync, cancel)
            ),
            new(
                ManagerQuestionVerbs.AskAgain,
                (turn, click, cancel) => SendAsync<ManagerQuestion>(turn, click, managerQuestions.SendAgainAsync, cancel)
            ),
            new(ManagerQuestionVerbs.AddLine, AddLineAsync),
            new(ManagerQuestionVerbs.Withdraw, WithdrawAsync),
        ];

    private Task<TeamsActivity> AskFirst(ITurn turn, CancellationToken cancellationToken) =>
        Task.FromResult(
            managers.IsPracticeManager(turn)
                ? SmallTalkCards.Leading(ComeToYou, BotVerbs.CommandButton("See unanswered questions", "unanswered"))
                : SmallTalkCards.Leading(
                    "Write your question here first. If the policy doesn't answer it, tap Ask the practice manager under my reply. "
                        + "They'll see your name, and so will everyone in their channel.",
                    BotVerbs.CommandButton("See my questions", "my questions")
                )
        );

    private async Task<TeamsActivity> MineAsync(ITurn turn, CancellationToken cancellationToken) =>
        Sender.IsPersonal(turn)
            ? await own.CardAsync(Sender.IdOf(turn), null, cancellationToken)
            : OwnQuestionsCard.NotHere(PrivateChat.Button(turn, "my questions"));

    private async Task<ClickAnswer> SendAsync<TRecord>(
        ITurn turn,
        CardClick click,
        Func<Id<TRecord>, PersonInChat, bool, CancellationToken, Task<ManagerQuestionResult>> send,
        CancellationToken cancellationToken
    )
    {
        if (Ids.Read<TRecord>(click.Id) is not { } id)
        {
            return new ClickAnswer.Refused(ManagerQuestionRefusals.Unknown);
        }

        var asker = new PersonInChat(
            Sender.IdOf(turn),
            Sender.NameOf(turn),
            turn.Activity.ServiceUrl!,
            await chats.WithSenderAsync(turn.Activity, cancellationToken)
        );
        var hasChannel = await channel.IsSetAsync(cancellationToken);
        var (sent, refusal) = await send(id, asker, hasChannel, cancellationToken);
        return sent is null
            ? new ClickAnswer.Refused(refusal!)
            : new ClickAnswer.Said(
                Sender.IsPersonal(turn)
                    ? AskedQuestionCard.Receipt(sent, hasChannel)
                    : AskedQuestionCard.ReceiptAmongOthers(sent, PrivateChat.Button(turn, "my questions"))
            );
    }

    private async Task<ClickAnswer> AddLineAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (Ids.Read<ManagerQuestion>(click.Id) is not { } id)
        {
            return new ClickAnswer.Refused(ManagerQuestionRefusals.Unknown);
        }

        var line = click.Input(ManagerQuestionVerbs.Line) ?? "";
        var result = await change.AddLineAsync(id, Sender.IdOf(turn), line, cancellationToken);
        var banner = result switch
        {
            { Refusal: { } refusal } => refusal.Sentence,
            { Question: { IsOpen: false } } => "You've withdrawn this question, so I haven't added anything.",
            { Question: null } => null,
            { Question.Line: null } => "I've removed what you added.",
            { Hidden: { } hidden } => $"Added. I've hidden what looks like {hidden} in case it's a patient's.",
            _ => "Added to your question.",
        };
        return await ReceiptAsync(
            turn,
            result,
            banner,
            result.Refusal is null ? null : Excerpt.Of(line, ManagerQuestion.LongestLine),
            cancellationToken
        );
    }

    private async Task<ClickAnswer> WithdrawAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (Ids.Read<ManagerQuestion>(click.Id) is not { } id)
        {
            return new ClickAnswer.Refused(ManagerQuestionRefusals.Unknown);
        }

        var result = await change.WithdrawAsync(id, Sender.IdOf(turn), cancellationToken);
        return click.Kept(ManagerQuestionVerbs.Listed) is not null && result.Question is not null
            ? new ClickAnswer.InPlace(
                await own.CardAsync(Sender.IdOf(turn), result.Refusal?.Sentence ?? OwnQuestionsCard.Withdrawn, cancellationToken)
            )
            : await ReceiptAsync(turn, result, result.Refusal?.Sentence, null, cancellationToken);
    }

    private async Task<ClickAnswer> ReceiptAsync(
        ITurn turn,
        ManagerQuestionResult result,
        string? banner,
        string? typed,
        CancellationToken cancellationToken
    ) =>
        result.Question is { } question
            ? new ClickAnswer.InPlace(
                !Sender.IsPersonal(turn)
                    ? AskedQuestionCard.ReceiptAmongOthers(question, PrivateChat.Button(turn, "my questions"), banner)
                    : AskedQuestionCard.Receipt(question, await channel.IsSetAsync(cancellationToken), banner, typed)
            )
            : new ClickAnswer.Refused(result.Refusal!);
}
