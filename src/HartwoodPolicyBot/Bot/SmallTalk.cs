using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Bot;

/// <summary>Greetings, thanks, help and cancel.</summary>
public sealed class SmallTalk(PublicAddress address, StaffOptions staff) : IConversation
{
    public IEnumerable<BotCommand> Commands =>
    [
        new(["hi", "hello", "hey", "hiya", "hi there", "hello there", "good morning", "good afternoon", "good evening", "morning", "afternoon", "evening", "alright", "hello bot", "hi bot", "how are you"], (_, _) => Task.FromResult(SmallTalkCards.Hello())),
        new(["thanks", "thank you", "ta", "cheers", "thanks a lot", "thank you very much", "many thanks", "thx", "ok thanks", "okay thanks", "great thanks", "thanks for that", "thanks for your help", "thank you so much", "thats great thanks", "perfect thanks", "lovely thanks", "no thanks", "ok", "okay", "great", "bye", "goodbye", "good night"], (_, _) => Task.FromResult(SmallTalkCards.Thanks())),
        new(["cancel", "stop"], (_, _) => Task.FromResult(SmallTalkCards.NothingToCancel())),
        new([HelpCard.Verb], (turn, _) => Task.FromResult(Help(turn))),
    ];

    public IEnumerable<CardVerb> Verbs =>
    [
        new(HelpCard.Verb, (turn, _, _) => Task.FromResult<ClickAnswer>(new ClickAnswer.Said(Help(turn)))),
    ];

    /// <summary>What practice managers can type stands there for them, in their own chat.</summary>
    private Activity Help(ITurnContext turn) =>
        HelpCard.Message(address.Privacy, forManager: Sender.IsPersonal(turn) && staff.IsPracticeManager(Sender.IdOf(turn)));
}
