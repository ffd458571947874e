using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Welcome;

/// <summary>Answers greetings, thanks, help and cancel.</summary>
public sealed class SmallTalkConversation(PublicAddress address, StaffOptions staff, CommandList commands) : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                [
                    "hi",
                    "hello",
                    "hey",
                    "hiya",
                    "hi there",
                    "hello there",
                    "good morning",
                    "good afternoon",
                    "good evening",
                    "morning",
                    "afternoon",
                    "evening",
                    "alright",
                    "hello bot",
                    "hi bot",
                    "how are you",
                ],
                (_, _) => Task.FromResult(SmallTalkCards.Hello())
            ),
            new(
                [
                    "thanks",
                    "thank you",
                    "ta",
                    "cheers",
                    "thanks a lot",
                    "thank you very much",
                    "many thanks",
                    "thx",
                    "ok thanks",
                    "okay thanks",
                    "great thanks",
                    "thanks for that",
                    "thanks for your help",
                    "thank you so much",
                    "thats great thanks",
                    "perfect thanks",
                    "lovely thanks",
                    "no thanks",
                    "ok",
                    "okay",
                    "great",
                    "bye",
                    "goodbye",
                    "good night",
                ],
                (_, _) => Task.FromResult(SmallTalkCards.Thanks())
            ),
            new(
                [
                    HelpCard.Verb,
                    "help me",
                    "can you help",
                    "can you help me",
                    "what can you do",
                    "what can i ask",
                    "what can i ask you",
                    "what can i type",
                    "what do you do",
                    "who are you",
                    "menu",
                    "commands",
                    "options",
                ],
                (turn, _) => Task.FromResult(Help(turn)),
                CommandHelp.ForEverybody("see this list")
            ),
            new(
                ["cancel", "stop"],
                (_, _) => Task.FromResult(SmallTalkCards.NothingToCancel()),
                CommandHelp.ForEverybody("pause training")
            ),
        ];

    public IEnumerable<CardVerb> Verbs =>
        [new(HelpCard.Verb, (turn, _, _) => Task.FromResult<ClickAnswer>(new ClickAnswer.Said(Help(turn))))];

    private TeamsActivity Help(ITurn turn) => HelpCard.Message(commands.All, address.Privacy, IsForManager(turn));

    /// <summary>
    /// Returns whether the turn is from a practice manager in their own chat, where their commands work and help shows them.
    /// </summary>
    internal bool IsForManager(ITurn turn) => Sender.IsPersonal(turn) && staff.IsPracticeManager(Sender.IdOf(turn));
}
