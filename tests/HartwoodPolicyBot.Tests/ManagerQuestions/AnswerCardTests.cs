using System.Text.Json;
using AdaptiveCards;
using HartwoodPolicyBot.Answers;
using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.ManagerQuestions;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;

namespace HartwoodPolicyBot.Tests.ManagerQuestions;

/// <summary>Compares each card about manager questions in each state with the approved one, and with the rules of Teams.</summary>
public sealed class AnswerCardTests
{
    private const string Text =
        "Ask Sandra at reception. She has the keys, and a list of who has which.\n\nPlease bring yours back when you leave.";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly PolicyLibrary Library = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Content", "Policies"));
    private static readonly WrittenAnswer Written = new("Ring the landlord on 0113 496 0999.", null);

    public static TheoryData<string> States => [.. Cards.Keys];

    private static Dictionary<string, Func<TeamsActivity>> Cards { get; } =
        new(StringComparer.Ordinal)
        {
            ["question-open"] = () => ForManager(Question()),
            ["question-not-helpful"] = () => ForManager(Question(line: "It is about the new mural.", wasAnswered: true)),
            ["question-look-again"] = () =>
                ForManager(Question(), refusal: ManagerQuestionRefusals.LookAgain(["phone number"]), typed: Written),
            ["question-on-its-way"] = () => ForManager(Question(Text)),
            ["question-answered"] = () => ForManager(Question(Text), isGivenAlways: true, DeliveryState.Sent),
            ["question-asker-left"] = () => ForManager(Question(Text), isGivenAlways: false, DeliveryState.Stopped),
            ["question-corrected"] = () =>
                ManagerQuestionCard.Message(Question("Ask Sandra, room 4."), [], null, Given(), DeliveryState.Sent),
            ["question-removed"] = () => ManagerQuestionCard.Message(GivenBefore(), [], null, null, DeliveryState.Sent),
            ["question-was-first"] = () =>
                ForManager(
                    Question(Text),
                    true,
                    DeliveryState.Sent,
                    ManagerQuestionRefusals.WasFirst("Margaret Ellis", "23 November 2026 at 9am"),
                    Written
                ),
            ["question-again"] = () => ForManager(Question(wasAnswered: true), earlier: Question(Text)),
            ["question-in-thread"] = () =>
                ForManager(Question(), refusal: ManagerQuestionRefusals.InThread, typed: new("Ask Sandra at reception.", null)),
            ["question-in-settled-thread"] = () =>
                ForManager(
                    Question(Text),
                    isGivenAlways: true,
                    DeliveryState.Sent,
                    ManagerQuestionRefusals.InSettledThread,
                    new("And bring it back, please.", null)
                ),
            ["question-no-channel"] = () => ManagerQuestionNotices.NoChannel(Question()),
            ["question-nudge"] = () => ManagerQuestionNotices.Nudge(Question()),
            ["own-questions"] = () =>
                OwnQuestionsCard.Message([
                    (Question(), DeliveryState.Sent),
                    (Question(line: "It is urgent."), DeliveryState.Held),
                    (Question(), DeliveryState.GivenUp),
                    (Question(), null),
                ]),
            ["own-questions-none"] = () => OwnQuestionsCard.Message([], OwnQuestionsCard.Withdrawn),
            ["refusal-to-manager"] = () =>
                RefusalCard.Message(
                    Answered() with
                    {
                        FromManager = FoundSavedAnswers.None,
                        Nearest = [.. Library.Sections.Take(2)],
                    },
                    Library,
                    AnswerReader.ManagerInThread
                ),
            ["question-taken-back"] = () => ForManager(Withdrawn()),
            ["asked-receipt"] = () => AskedQuestionCard.Receipt(Question(), hasChannel: true),
            ["asked-no-channel"] = () => AskedQuestionCard.Receipt(Question(), hasChannel: false),
            ["asked-line"] = () =>
                AskedQuestionCard.Receipt(
                    Question(line: "I start on Monday, ring [phone number]."),
                    true,
                    "Added. I've hidden what looks like a phone number in case it's a patient's."
                ),
            ["asked-taken-back"] = () => AskedQuestionCard.Receipt(Withdrawn(), true),
            ["asked-answered"] = () => AskedQuestionCard.Receipt(Question(Text), true, ManagerQuestionRefusals.Answered.Sentence),
            ["answer-told"] = () => AskedQuestionCard.Answer([Question(Text)]),
            ["answer-told-for-two"] = () => AskedQuestionCard.Answer([Question(Text), Question(Text, line: "Mine is lost.")]),
            ["given"] = () => SavedAnswerCard.Message(Answered(), Library, null),
            ["given-with-sections"] = () =>
                SavedAnswerCard.Message(
                    Answered() with
                    {
                        Nearest = [.. Library.Sections.Take(3)],
                        Disclosed = "I filmed it.",
                    },
                    Library,
                    null
                ),
            ["given-not-helpful"] = () =>
                SavedAnswerCard.Message(Answered() with { Nearest = [.. Library.Sections.Take(3)] }, Library, AnswerFeedback.NotHelpful),
            ["given-chosen"] = () => SavedAnswerCard.Message(Given(), new(Guid.Empty)),
            ["refusal-near"] = () =>
                RefusalCard.Message(
                    Answered() with
                    {
                        FromManager = new(null, [Given(), Given("have we got lockers for students")]),
                        Nearest = [.. Library.Sections.Take(2)],
                    },
                    Library
                ),
            ["gaps"] = () =>
                UnansweredCard.List([.. Enumerable.Range(1, 8).Select(Group)], [Question(), Question(line: "It is urgent.")], Now, 1),
            ["gaps-second-page"] = () =>
                UnansweredCard.List([.. Enumerable.Range(1, 8).Select(Group)], [], Now, 2, "Done. I'll use that answer from now on."),
            ["gaps-none"] = () => UnansweredCard.List([], [], Now, 1),
            ["gap"] = () => UnansweredCard.Group(Group(3), 2, Now),
            ["gap-large"] = () => UnansweredCard.Group(LargeGroup(64), 0, Now),
            ["gap-empty-answer"] = () => UnansweredCard.Group(Group(1), 0, Now, ManagerQuestionRefusals.Empty, new("", null), null),
            ["answers"] = () =>
                SavedAnswersCard.List([.. Enumerable.Range(1, 12).Select(number => Given($"question number {number} of staff"))], 1, null),
            ["answers-found"] = () => SavedAnswersCard.List([Given()], 1, "lockers"),
            ["answers-none"] = () => SavedAnswersCard.List([], 1, null),
            ["answers-none-found"] = () => SavedAnswersCard.List([], 1, "parking"),
            ["answer-one"] = () => SavedAnswersCard.One(Given(), "Saved. I'll use it from now on."),
            ["answer-new"] = () => SavedAnswerForm.Of(null, Guid.Empty, 0),
            ["answer-change"] = () =>
                SavedAnswerForm.Of(Given(), Guid.Empty, 1, "where do i get a key for my locker", ManagerQuestionRefusals.Changed, Written),
            ["answer-change-new"] = () => SavedAnswerForm.Of(Given(), Guid.Empty, 1),
            ["answer-remove"] = () => SavedAnswersCard.RemoveForm(Given()),
            ["answers-refused"] = () => SavedAnswersCard.Sentence("Sorry, only a practice manager can do that."),
        };

    [Theory]
    [MemberData(nameof(States))]
    public void Each_card_about_manager_questions_is_the_approved_one(string name)
    {
        var message = Cards[name]();
        var card = JsonSerializer.SerializeToElement((AdaptiveCard)message.Attachments![0].Content!, TeamsJson.Wire.AdaptiveCard);

        CardRules.Hold(card);
        InputRules.Hold(card);
        Assert.NotEmpty(message.Summary!);
        Approved.Card($"answers-{name}", card);
    }

    [Fact]
    public void The_largest_cards_fit_a_message()
    {
        var long1000 = string.Concat(Enumerable.Repeat("wörd ", 200));
        var group = new UnansweredGroup(
            Guid.Empty,
            [.. Enumerable.Range(0, 40).Select(number => new GroupWording($"{number} {long1000}", [Guid.NewGuid()]))],
            40,
            Now
        );
        var most = Given(long1000);
        most.Text = new string('ü', SavedAnswer.LongestText);
        most.Wordings.AddRange(
            Enumerable
                .Range(100, SavedAnswer.MostWordings - most.Wordings.Count)
                .Select(number => new AnswerWording { Number = number, Text = long1000 })
        );
        foreach (
            var message in new[]
            {
                UnansweredCard.Group(group, 1, Now, ManagerQuestionRefusals.TooLong, new(new string('ü', 30_000), null)),
                UnansweredCard.List([.. Enumerable.Repeat(group, 10)], [.. Enumerable.Range(0, 9).Select(_ => Question())], Now, 1),
                SavedAnswersCard.List([.. Enumerable.Range(0, 9).Select(_ => Given(long1000))], 1, null),
                SavedAnswerForm.Of(most, Guid.Empty, 1, long1000, ManagerQuestionRefusals.Changed, new(new string('ü', 30_000), null)),
                ForManager(Question(), refusal: ManagerQuestionRefusals.TooLong, typed: new(new string('ü', 30_000), null)),
            }
        )
        {
            Assert.True(CardLimit.Allows(JsonSerializer.SerializeToUtf8Bytes(message, TeamsJson.Wire.TeamsActivity)));
        }
    }

    private static TeamsActivity ForManager(
        ManagerQuestion question,
        bool isGivenAlways = false,
        DeliveryState? delivery = null,
        Refusal? refusal = null,
        WrittenAnswer? typed = null,
        ManagerQuestion? earlier = null
    ) =>
        ManagerQuestionCard.Message(
            question,
            Library.Sections.Skip(8).Take(2),
            earlier,
            isGivenAlways ? Given() : null,
            delivery,
            refusal,
            typed
        );

    private static ManagerQuestion Question(string? answer = null, string? line = null, bool wasAnswered = false) =>
        new()
        {
            AskerId = "priya",
            AskerName = "Priya Shah",
            AskedAt = Now,
            Text = ManagerQuestionTestHost.Uncovered,
            Line = line,
            WasAnswered = wasAnswered,
            Offered = "",
            Answer = answer,
            AnsweredAt = answer is null ? null : Now.AddHours(2),
            AnsweredBy = answer is null ? null : "Margaret Ellis",
        };

    private static ManagerQuestion GivenBefore()
    {
        var question = Question(Text);
        question.GivenAs = Guid.NewGuid();
        return question;
    }

    private static UnansweredGroup LargeGroup(int wordings) =>
        new(
            Guid.Empty,
            [
                .. Enumerable
                    .Range(1, wordings)
                    .Select(number => new GroupWording(
                        $"where is the key for locker number {number}",
                        [new Guid(number, 0, 0, new byte[8])]
                    )),
            ],
            wordings,
            Now
        );

    private static ManagerQuestion Withdrawn()
    {
        var question = Question();
        (question.Text, question.TakenBackAt) = ("", Now);
        return question;
    }

    private static SavedAnswer Given(string question = ManagerQuestionTestHost.Uncovered)
    {
        var answer = new SavedAnswer
        {
            Text = Text,
            By = "Margaret Ellis",
            ById = "m",
            At = Now,
            Version = 1,
        };
        answer.Wordings.Add(new() { Number = 1, Text = question });
        answer.Wordings.AddRange(
            Enumerable.Range(2, 7).Select(number => new AnswerWording { Number = number, Text = $"another wording, number {number}" })
        );
        return answer;
    }

    private static PolicyAnswer Answered() =>
        new()
        {
            Asked = ManagerQuestionTestHost.Uncovered,
            Cited = [],
            FromManager = new(Given(), []),
        };

    private static UnansweredGroup Group(int number) =>
        new(
            Guid.Empty,
            [
                new(
                    $"where is the key for the lockers, and who do I ask about number {number}",
                    [.. Enumerable.Range(0, number).Select(_ => Guid.NewGuid())]
                ),
                new("who has locker keys", [Guid.NewGuid()]),
            ],
            number,
            Now
        );
}
