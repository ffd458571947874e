using AdaptiveCards;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Welcome;

/// <summary>Answers greetings, thanks, help and cancel.</summary>
internal sealed class SmallTalkConversation(PublicAddress address, StaffOptions staff, CommandList commands) : IConversation
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
                ],
                (_, _) => Task.FromResult(SmallTalkCards.Thanks())
            ),
            new(["bye", "bye bye", "goodbye", "good night", "see you"], (_, _) => Task.FromResult(SmallTalkCards.Goodbye())),
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

    public IEnumerable<BotIntent> Intents =>
        [
            new("help", (turn, _) => Task.FromResult(Help(turn))),
            new(ChatIntents.Yes, Says("Yes to what? Tell me in a few words what you'd like, or ask me a question.")),
            new("no", Says("No problem. Ask me whenever you like.")),
            new(
                ChatIntents.Next,
                Leads(
                    "There's nothing to carry on with. You can start your training, or ask me a question.",
                    BotVerbs.CommandButton("Start training", "training")
                )
            ),
            new("goodbye", (_, _) => Task.FromResult(SmallTalkCards.Goodbye())),
            new(
                "wrong-chat",
                Leads(
                    "No problem, I'll leave it there. If you've sent a report or a question by mistake, you can withdraw it.",
                    BotVerbs.CommandButton("See my reports", "my reports"),
                    BotVerbs.CommandButton("See my questions", "my questions")
                )
            ),
            new("back", Says("I can't go back, but the cards above still work: tap the one you want, or ask me again.")),
            new(ChatIntents.Cancel, (_, _) => Task.FromResult(SmallTalkCards.NothingToCancel())),
            new(
                "who-are-you",
                Says(
                    $"I'm {Sentences.Name}, a computer program and not a person. I quote the practice's policies word for word. If they "
                        + "don't cover something, I say so."
                )
            ),
            new(
                "language",
                Leads(
                    "I only understand English. To make the text bigger, use Teams settings, or read the policy in your browser.",
                    PolicyVerbs.BrowseButton()
                )
            ),
            new(
                "reminders",
                Leads(
                    "I message you when training is due, or when there's a policy to read. The messages stop when you've done it. "
                        + "You can't turn them off here.",
                    BotVerbs.CommandButton("See my training", "my training"),
                    BotVerbs.CommandButton("See my policies", "my policies")
                )
            ),
            new(
                Ranking.UnclearIntent,
                Leads(
                    "I'm not sure what you'd like me to do. If something has gone wrong online, you can report it. Otherwise, please "
                        + "put it another way.",
                    ReportOffer.Button()
                )
            ),
            new(
                "urgent",
                Leads(
                    "I can't call anyone for you. If someone is in danger, call 999. If it can't wait, speak to the practice manager or a "
                        + "GP partner. If something has gone wrong online, you can report it here too.",
                    ReportOffer.Button()
                )
            ),
            new(
                "feedback",
                (turn, _) =>
                    Task.FromResult(
                        SmallTalkCards.Sentence(
                            $"Please tell {(IsForManager(turn) ? "the person who runs me" : "the practice manager")}, "
                                + "so that it can be put right. If a button doesn't work, type what you want instead, such as help."
                        )
                    )
            ),
        ];

    public IEnumerable<CardVerb> Verbs =>
        [new(HelpCard.Verb, (turn, _, _) => Task.FromResult<ClickAnswer>(new ClickAnswer.Said(Help(turn))))];

    private static Func<ITurn, CancellationToken, Task<TeamsActivity>> Says(string sentences) =>
        (_, _) => Task.FromResult(SmallTalkCards.Sentence(sentences));

    private static Func<ITurn, CancellationToken, Task<TeamsActivity>> Leads(string sentences, params AdaptiveAction[] actions) =>
        (_, _) => Task.FromResult(SmallTalkCards.Leading(sentences, actions));

    private TeamsActivity Help(ITurn turn) => HelpCard.Message(commands.All, address.Privacy, IsForManager(turn));

    /// <summary>
    /// Returns whether the turn is from a practice manager in their own chat, where their commands work and help shows them.
    /// </summary>
    internal bool IsForManager(ITurn turn) => Sender.IsPersonal(turn) && staff.ActsAsManager(Sender.IdOf(turn));
}
