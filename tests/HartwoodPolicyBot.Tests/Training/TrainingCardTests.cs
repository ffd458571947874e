using System.Text.Json;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Training;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Tests.Training;

/// <summary>Compares each training card in each state with the approved one, and with the rules of Teams.</summary>
public sealed class TrainingCardTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly StaffMember Priya = new()
    {
        PersonId = "priya",
        Name = "Priya Shah",
        Role = StaffRole.Clinical,
        NotedAt = Now,
    };
    private static readonly TrainingAssignment Induction = new()
    {
        Key = "i",
        PersonId = "priya",
        Kind = AssignmentKind.Induction,
        AssignedOn = Today,
        DueOn = Today.AddDays(14),
    };
    private static readonly TrainingAssignment Review = new()
    {
        Key = "r",
        PersonId = "priya",
        Kind = AssignmentKind.Assigned,
        Reason = "Personal Development Review",
        AssignedOn = Today,
        DueOn = Today.AddDays(-1),
    };
    private static readonly TrainingAssignment Refresher = new()
    {
        Key = "f",
        PersonId = "priya",
        Kind = AssignmentKind.Refresher,
        AssignedOn = Today,
        DueOn = Today.AddMonths(12),
    };
    private static readonly TrainingAddress Address = new(
        new PublicAddress(new WebOptions { PublicUrl = "https://policy-bot.example.nhs.uk" })
    );

    public static TheoryData<string> States => [.. Cards.Keys];

    private static Dictionary<string, Func<TeamsActivity>> Cards { get; } =
        new(StringComparer.Ordinal)
        {
            ["start-with-role"] = () => TrainingStartCard.Message(new(null, null, [], [Induction]), new(), Today),
            ["start"] = () => TrainingStartCard.Message(new(Priya, null, [], [Induction]), new(), Today),
            ["start-after-policy-change"] = () =>
                TrainingStartCard.Message(new(Priya, null, [], [Induction]), new(), Today, TrainingRefusals.PolicyChanged.Sentence),
            ["role"] = () => TrainingStartCard.AskRole(new(Priya, null, [], [])),
            ["question-first"] = () => ScenarioCard.Message(ScenarioBank.Module, Attempt(0)),
            ["question-in-the-middle"] = () => ScenarioCard.Message(ScenarioBank.Module, Attempt(4)),
            ["question-from-an-old-card"] = () => ScenarioCard.Message(ScenarioBank.Module, Attempt(4), TrainingRefusals.OldCard.Sentence),
            ["feedback-right"] = () => ScenarioFeedbackCard.Message(ScenarioBank.Module, Attempt(3), 3),
            ["feedback-wrong"] = () => ScenarioFeedbackCard.Message(ScenarioBank.Module, Attempt(3, wrong: 3), 3),
            ["feedback-last"] = () => ScenarioFeedbackCard.Message(ScenarioBank.Module, Attempt(10), 10),
            ["stopped"] = () => AttemptCards.Stopped(new(Priya, Attempt(4), [], [Induction])),
            ["result-passed"] = () => TrainingResultCard.Message(ScenarioBank.Module, Done(1), new(Priya, null, [Done(1)], [Refresher])),
            ["result-failed"] = () => TrainingResultCard.Message(ScenarioBank.Module, Done(3), new(Priya, null, [Done(3)], [Induction])),
            ["result-failed-three-times"] = () =>
                TrainingResultCard.Message(ScenarioBank.Module, Done(4), new(Priya, null, [Done(4), Done(5), Done(6)], [Induction])),
            ["my-training-nothing-done"] = () => OwnTrainingCard.Message(new(Priya, null, [], [Induction]), Today),
            ["my-training"] = () => OwnTrainingCard.Message(new(Priya, Attempt(4), [Done(1), Done(5)], [Review, Refresher]), Today),
            ["certificate"] = () => CertificateCard.Message(Certificate(), Address),
            ["reminder"] = () => DailyReminderCard.Message([TrainingReminderPart.Part([Review, Induction], Today)]),
            ["help"] = () => TrainingNoticeCards.Help(Done(5)),
            ["back"] = () => TrainingNoticeCards.Back(Priya),
            ["overdue"] = () =>
                TrainingNoticeCards.Overdue(
                    [.. Enumerable.Range(1, 22).Select(number => Line($"Person {number}", TrainingState.Overdue, Review))],
                    Today
                ),
            ["status"] = () => TrainingStatusCard.Message(Status(), Today, 1),
            ["status-nobody"] = () => TrainingStatusCard.Message(new([], 0), Today, 1),
            ["set-aside"] = () => TrainingStatusCard.Leavers([Priya]),
            ["person"] = () =>
                TraineeCard.Message(Line("Priya Shah", TrainingState.Overdue, Review), Today, "I'm sending the reminder now."),
            ["assign"] = () =>
                TraineeCard.AssignForm(
                    Line("Priya Shah", TrainingState.Overdue, Review),
                    Guid.Empty,
                    Today,
                    error: TrainingRefusals.DateWrong.Sentence
                ),
        };

    [Theory]
    [MemberData(nameof(States))]
    public void Each_training_card_is_the_approved_one(string name)
    {
        var message = Cards[name]();
        var card = JsonSerializer.SerializeToElement((AdaptiveCard)message.Attachments![0].Content!, TeamsJson.Wire.AdaptiveCard);

        CardRules.Hold(card);
        Assert.True(CardLimit.Allows(JsonSerializer.SerializeToUtf8Bytes(message, TeamsJson.Wire.TeamsActivity)));
        Assert.NotEmpty(message.Summary!);
        Approved.Card($"training-{name}", card);
    }

    [Fact]
    public void The_longest_result_fits_a_message()
    {
        var message = TrainingResultCard.Message(ScenarioBank.Module, Done(10), new(Priya, null, [Done(10)], []));

        Assert.True(CardLimit.Allows(JsonSerializer.SerializeToUtf8Bytes(message, TeamsJson.Wire.TeamsActivity)));
    }

    private static TrainingAttempt Attempt(int answered, int wrong = 0)
    {
        var attempt = new TrainingAttempt
        {
            Id = Guid.Empty,
            PersonId = "priya",
            PersonName = "Priya Shah",
            Role = StaffRole.Clinical,
            Number = 1,
            PolicyVersion = ScenarioBank.Policy.Version,
            PolicyName = "Social media policy",
            PassPercent = 80,
            Plan = DrawnScenario.Write(ScenarioDraw.Draw(ScenarioBank.Module, StaffRole.Clinical, 10, [], 11)),
            StartedAt = Now,
            State = AttemptState.Running,
        };
        for (var number = 1; number <= answered; number++)
        {
            var scenario = ScenarioBank.Module.Find(attempt.Questions[number - 1].ScenarioId)!;
            var isRight = number != wrong;
            attempt.Answers.Add(
                new()
                {
                    AttemptId = attempt.Id,
                    Number = number,
                    IsRight = isRight,
                    Option = isRight ? scenario.Answer : (scenario.Answer + 1) % scenario.Options.Count,
                    At = Now,
                }
            );
        }

        return attempt;
    }

    private static TrainingAttempt Done(int wrong)
    {
        var attempt = Attempt(10);
        for (var at = 0; at < wrong; at++)
        {
            var answer = attempt.Answers[at];
            var scenario = ScenarioBank.Module.Find(attempt.Questions[at].ScenarioId)!;
            attempt.Answers[at] = new()
            {
                AttemptId = answer.AttemptId,
                Number = answer.Number,
                IsRight = false,
                Option = (scenario.Answer + 1) % scenario.Options.Count,
                At = Now,
            };
        }

        attempt.Right = 10 - wrong;
        attempt.FinishedAt = Now;
        attempt.State = wrong <= 2 ? AttemptState.Passed : AttemptState.Failed;
        return attempt;
    }

    private static Certificate Certificate() =>
        new("Priya Shah", "Social media policy", Today, Today.AddMonths(12), 90, "ABCD-EFGH-JKMN", "0123456789abcdef");

    private static TrainingStatusLine Line(string name, TrainingState state, TrainingAssignment? next) =>
        new(
            new()
            {
                PersonId = name.ToLowerInvariant().Replace(' ', '-'),
                Name = name,
                Role = StaffRole.Clinical,
            },
            state,
            next,
            null,
            12
        );

    private static TrainingOverview Status() =>
        new(
            [
                Line("Tom Reed", TrainingState.Overdue, Review),
                Line("Zoe Ward", TrainingState.Due, Induction),
                Line("Anneliese Featherstonehaugh-Smith", TrainingState.Due, Induction),
                Line("Ben Ode", TrainingState.NotAssigned, null),
                .. Enumerable.Range(1, 8).Select(number => Line($"Person {number}", TrainingState.Done, Refresher)),
            ],
            2
        );
}
