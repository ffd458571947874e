using HartwoodPolicyBot.Channels;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>
/// Lets staff send words that another feature offers, such as a draft that was checked, to the practice manager: first it shows
/// them as they will be sent, and only the next press sends them.
/// </summary>
internal sealed class OfferedWordsConversation(SubmitManagerQuestion managerQuestions, IncidentsChannelAccess channel) : IConversation
{
    public IEnumerable<BotCommand> Commands => [];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(ManagerQuestionOffer.Verb, (turn, click, _) => Task.FromResult(Review(turn, click))),
            new(ManagerQuestionVerbs.SendWords, SendAsync),
            new(
                ManagerQuestionVerbs.LeaveWords,
                (_, _, _) =>
                    Task.FromResult<ClickAnswer>(new ClickAnswer.InPlace(SmallTalkCards.SentenceWithHelp("I haven't sent anything.")))
            ),
        ];

    private ClickAnswer Review(ITurn turn, CardClick click)
    {
        var words = managerQuestions.AsSent(ActivityText.Fold(click.Id ?? ""));
        return words.Length > 0 && Sender.IsPersonal(turn)
            ? new ClickAnswer.Said(OfferedWordsCard.Message(Guid.NewGuid(), words))
            : new ClickAnswer.Refused(ManagerQuestionRefusals.Unknown);
    }

    private async Task<ClickAnswer> SendAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(click.Id, out var form) || !Sender.IsPersonal(turn))
        {
            return new ClickAnswer.Refused(ManagerQuestionRefusals.Unknown);
        }

        var hasChannel = await channel.IsSetAsync(cancellationToken);
        var (sent, refusal) = await managerQuestions.SendWordsAsync(
            form,
            ActivityText.Fold(click.Kept(ManagerQuestionVerbs.Question) ?? ""),
            new PersonInChat(Sender.IdOf(turn), Sender.NameOf(turn), turn.Activity.ServiceUrl!, turn.Activity.Conversation?.Id),
            hasChannel,
            cancellationToken
        );
        return sent is null ? new ClickAnswer.Refused(refusal!) : new ClickAnswer.InPlace(AskedQuestionCard.Receipt(sent, hasChannel));
    }
}
