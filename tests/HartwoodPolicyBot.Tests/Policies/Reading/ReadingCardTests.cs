using System.Text.Json;
using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Reading;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Policies.Reading;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Training;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Tests.Policies.Reading;

/// <summary>Each card about reading in each of its states, as approved, and held to Teams' rules.</summary>
public sealed class ReadingCardTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly PolicyLibrary Library = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Content/Policies"));
    private static readonly PolicyDocument Policy = Library.Documents[0];
    private static readonly ReadingCard Reading = new(
        PolicyBriefs.Load(Path.Combine(AppContext.BaseDirectory, "Content/Reading"), Library),
        new PublicAddress(new WebOptions { PublicUrl = "https://policy-bot.example.nhs.uk" })
    );
    private static readonly ReadingCard WithoutBrief = new(
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
    private static readonly DuePart Training = TrainingDue.Part([Induction], new(2026, 11, 23));

    public static TheoryData<string> States => [.. Cards.Keys];

    private static Dictionary<string, Func<Activity>> Cards { get; } =
        new(StringComparer.Ordinal)
        {
            ["ask"] = () => Reading.Ask(Policy, Asked()),
            ["ask-new-version"] = () => Reading.Ask(Policy, Asked(), ReadingErrors.Outdated.Sentence),
            ["ask-without-brief"] = () => WithoutBrief.Ask(Policy, Asked()),
            ["due"] = () => DueCard.Message([Reading.Part(Policy, Asked())]),
            ["due-with-training"] = () => DueCard.Message([Training, Reading.Part(Policy, Asked())]),
            ["confirmed"] = () => ReadingCard.Confirmed(Policy, Asked(read: true), []),
            ["confirmed-with-training-left"] = () =>
                ReadingCard.Confirmed(Policy, Asked(read: true), [Training], ReadingErrors.AlreadyRead.Sentence),
            ["changed"] = () => Reading.Changed(Policy, ReadingErrors.Outdated.Sentence),
            ["my-policies"] = () =>
                MyPoliciesCard.Message([
                    new(Policy, Asked(), [Asked(read: true)]),
                    new(Policy, Asked(read: true), []),
                    new(Policy, null, []),
                ]),
            ["my-policies-not-here"] = MyPoliciesCard.NotHere,
            ["choose"] = () =>
                RoundCard.Choose([Policy, Policy with { Title = "Confidentiality policy", Slug = "confidentiality" }], ReadingVerbs.Offer),
            ["offer"] = () => RoundCard.Offer(Status(0, null), hasBrief: true),
            ["offer-without-brief"] = () => RoundCard.Offer(Status(0, null), hasBrief: false),
            ["offer-new-version"] = () =>
                RoundCard.Offer(Status(0, null, before: true), hasBrief: true, ReadingErrors.VersionChanged.Sentence),
            ["status"] = () => RoundCard.Status(Status(10, Round), "Reminded: 1. The message goes out in working hours."),
            ["status-not-sent"] = () => RoundCard.Status(Status(0, null, before: true)),
            ["status-everybody"] = () => RoundCard.Status(Status(0, Round) with { Read = 40 }),
            ["version-changed"] = () =>
                ReadingDeliveries.Changed(Status(0, null, before: true), new("1 (0123456789ab)", Now, 31, 40)).Message,
        };

    private static PolicyRound Round =>
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
    public void Each_card_about_reading_is_the_approved_one(string name)
    {
        var message = Cards[name]();
        var card = JsonSerializer.SerializeToElement((AdaptiveCard)message.Attachments![0].Content!, ActivityJson.Wire.AdaptiveCard);

        CardRules.Hold(card);
        Assert.True(CardLimit.Allows(JsonSerializer.SerializeToUtf8Bytes(message, ActivityJson.Wire.Activity)));
        Assert.NotEmpty(message.Summary!);
        Approved.Card($"reading-{name}", card);
    }

    private static PolicyReading Asked(bool read = false) =>
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

    private static ReadingStatus Status(int missing, PolicyRound? round, bool before = false) =>
        new(
            Policy,
            round,
            40,
            round is null ? 0 : 40 - missing,
            [
                .. Enumerable
                    .Range(1, Math.Min(missing, 8))
                    .Select(number => new MissingReader(
                        Guid.Empty,
                        number == 2 ? "Anneliese Featherstonehaugh-Smith" : $"Person {number}",
                        Now,
                        number is 3 or 5 ? null : new(2026, 11, 23),
                        IsToBeTold: number is 4 or 5
                    )),
            ],
            missing > 8 ? 2 : 1,
            missing > 8 ? 3 : 1,
            before ? new("1 (0123456789ab)", Now, 31, 40) : null
        );
}
