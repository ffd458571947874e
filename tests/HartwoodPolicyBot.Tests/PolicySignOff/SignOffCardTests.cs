using System.Text.Json;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.PolicySignOff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Training;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Tests.PolicySignOff;

/// <summary>Compares each sign-off card in each state with the approved one, and with the rules of Teams.</summary>
public sealed class SignOffCardTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly PolicyLibrary Library = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Content/Policies"));
    private static readonly PolicyDocument Policy = Library.Documents[0];
    private static readonly SignOffCard Reading = new(
        PolicyBriefs.Load(Path.Combine(AppContext.BaseDirectory, "Content/Reading"), Library),
        new PublicAddress(new WebOptions { PublicUrl = "https://policy-bot.example.nhs.uk" })
    );
    private static readonly SignOffCard WithoutBrief = new(
        PolicyBriefs.Load("no such folder", Library),
        new PublicAddress(new WebOptions { PublicUrl = "https://policy-bot.example.nhs.uk" })
    );
    private static readonly TrainingAssignment Induction = new()
    {
        Key = "i",
        PersonId = "priya",
        Kind = AssignmentKind.Induction,
        AssignedOn = new(2026, 11, 16),
        DueOn = new(2026, 11, 30),
    };
    private static readonly DailyReminderPart Training = TrainingReminderPart.Part([Induction], new(2026, 11, 23));

    public static TheoryData<string> States => [.. Cards.Keys];

    private static Dictionary<string, Func<TeamsActivity>> Cards { get; } =
        new(StringComparer.Ordinal)
        {
            ["ask"] = () => Reading.Ask(Policy, Asked()),
            ["ask-new-version"] = () => Reading.Ask(Policy, Asked(), SignOffRefusals.Outdated.Sentence),
            ["ask-without-brief"] = () => WithoutBrief.Ask(Policy, Asked()),
            ["due"] = () => DailyReminderCard.Message([Reading.Part(Policy, Asked())]),
            ["due-with-training"] = () => DailyReminderCard.Message([Training, Reading.Part(Policy, Asked())]),
            ["confirmed"] = () => SignOffCard.Confirmed(Policy, Asked(read: true), []),
            ["confirmed-with-training-left"] = () =>
                SignOffCard.Confirmed(Policy, Asked(read: true), [Training], SignOffRefusals.AlreadyRead.Sentence),
            ["changed"] = () => Reading.Changed(Policy, SignOffRefusals.Outdated.Sentence),
            ["my-policies"] = () =>
                OwnSignOffsCard.Message([
                    new(Policy, Asked(), [Asked(read: true)]),
                    new(Policy, Asked(read: true), []),
                    new(Policy, null, []),
                ]),
            ["my-policies-not-here"] = () =>
                OwnSignOffsCard.NotHere(PrivateChat.Button(new TeamsActivity { Recipient = new() { Id = "28:bot" } })),
            ["choose"] = () =>
                SignOffRoundCard.Choose(
                    [Policy, Policy with { Title = "Confidentiality policy", Slug = "confidentiality" }],
                    SignOffVerbs.Offer
                ),
            ["offer"] = () => SignOffRoundCard.Offer(Status(0, null), hasBrief: true),
            ["offer-without-brief"] = () => SignOffRoundCard.Offer(Status(0, null), hasBrief: false),
            ["offer-new-version"] = () =>
                SignOffRoundCard.Offer(Status(0, null, before: true), hasBrief: true, SignOffRefusals.VersionChanged.Sentence),
            ["status"] = () => SignOffRoundCard.Status(Status(10, Round), "1 reminder will go out in a few minutes."),
            ["status-not-sent"] = () => SignOffRoundCard.Status(Status(0, null, before: true)),
            ["status-everybody"] = () => SignOffRoundCard.Status(Status(0, Round) with { Read = 40 }),
            ["version-changed"] = () =>
                SignOffDeliveries.Changed(Status(0, null, before: true), new("1 (0123456789ab)", Now, 31, 40)).Message,
        };

    private static SignOffRound Round =>
        new()
        {
            PolicySlug = Policy.Slug,
            PolicyTitle = Policy.Title,
            PolicyVersion = Policy.VersionOnRecord,
            SentAt = Now,
            SentBy = "manager",
        };

    [Theory]
    [MemberData(nameof(States))]
    public void Each_sign_off_card_is_the_approved_one(string name)
    {
        var message = Cards[name]();
        var card = JsonSerializer.SerializeToElement((AdaptiveCard)message.Attachments![0].Content!, TeamsJson.Wire.AdaptiveCard);

        CardRules.Hold(card);
        Assert.True(CardLimit.Allows(JsonSerializer.SerializeToUtf8Bytes(message, TeamsJson.Wire.TeamsActivity)));
        Assert.NotEmpty(message.Summary!);
        Approved.Card($"reading-{name}", card);
    }

    [Theory]
    [InlineData(28, 12, "Goes out 30 Nov 2026")]
    [InlineData(29, 12, "Goes out 30 Nov 2026")]
    [InlineData(27, 20, "Goes out 30 Nov 2026")]
    [InlineData(27, 8, "Goes out 27 Nov 2026")]
    [InlineData(27, 12, "Sending")]
    public void A_message_that_is_not_sent_yet_says_when_it_goes(int day, int hour, string said)
    {
        var goesOn = WorkingHours.WaitUntil(new DateTimeOffset(2026, 11, day, hour, 0, 0, TimeSpan.Zero));

        var message = SignOffRoundCard.Status(Status(10, Round) with { GoesOn = goesOn });

        var card = JsonSerializer.SerializeToElement((AdaptiveCard)message.Attachments![0].Content!, TeamsJson.Wire.AdaptiveCard);
        Assert.Contains(said, CardReader.Texts(card));
    }

    private static SignOff Asked(bool read = false) =>
        new()
        {
            PersonId = "priya",
            PersonName = "Priya Shah",
            PolicySlug = Policy.Slug,
            PolicyTitle = Policy.Title,
            PolicyVersion = Policy.VersionOnRecord,
            AskedAt = Now,
            ReadAt = read ? Now.AddHours(1) : null,
        };

    private static SignOffStatus Status(int missing, SignOffRound? round, bool before = false) =>
        new(
            Policy,
            round,
            40,
            round is null ? 0 : 40 - missing,
            new(
                [
                    .. Enumerable
                        .Range(1, Math.Min(missing, 8))
                        .Select(number => new OutstandingReader(
                            new(Guid.Empty),
                            number == 2 ? "Anneliese Featherstonehaugh-Smith" : $"Person {number}",
                            Now,
                            number is 3 or 5 ? null : new(2026, 11, 23),
                            IsToBeTold: number is 4 or 5
                        )),
                ],
                missing > 8 ? 2 : 1,
                missing > 8 ? 3 : 1
            ),
            before ? new("1 (0123456789ab)", Now, 31, 40) : null
        );
}
