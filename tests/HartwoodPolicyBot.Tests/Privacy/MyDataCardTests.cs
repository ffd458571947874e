using System.Text.Json;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Privacy;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Tests.Cards;

namespace HartwoodPolicyBot.Tests.Privacy;

/// <summary>Compares each my-data card in each state with the approved one, and with the rules of Teams.</summary>
public sealed class MyDataCardTests
{
    private static readonly Uri Page = new("https://policy-bot.example.nhs.uk/privacy");
    private static readonly MyData Everything = new(
        [
            Kind(
                "Your details",
                "So I can send you training and policies.",
                "Kept while you work here, and 10 years after the practice manager marks you as having left, because "
                    + "training records refer to it.",
                1
            ),
            Kind(
                "Your chat with me",
                "So I can message you first.",
                "You can delete it. It's also deleted when you remove me. I save it again when you start training or ask "
                    + "me to tell you something.",
                1,
                mayGo: 1
            ),
            Kind(
                "Your training attempts",
                "So they count, and you can stop and carry on later.",
                "Kept for 10 years after the training is done, so the practice can show who was trained on what. You can delete "
                    + "attempts that ended because the policy changed.",
                3,
                mayGo: 1
            ),
            Kind(
                "Your incident reports",
                "So that the practice can deal with them and keep you informed.",
                "Kept for 10 years, or 20 if it was serious. A complaint is kept for 10 years after it's closed, and an open report "
                    + "until it's closed. The NHS Records Management Code requires this.",
                2
            ),
            Kind("Blocked actions", "So we can spot misuse. Most are just slips.", "Kept for 365 days.", 0),
            Kind("What you've done as a practice manager", "Because it affects other people's records.", "Kept for 6 years.", 0),
        ],
        new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)
    );

    private static readonly MyData Nothing = new([.. Everything.Kinds.Select(kind => kind with { Records = [] })], Everything.At);

    public static TheoryData<string> States => [.. Cards.Keys];

    private static Dictionary<string, Func<TeamsActivity>> Cards { get; } =
        new(StringComparer.Ordinal)
        {
            ["everything"] = () => MyDataCard.Message(Everything, Page),
            ["nothing"] = () => MyDataCard.Message(Nothing, Page),
            ["ask"] = () => MyDataCard.Ask(Everything),
            ["ask-nothing-to-delete"] = () => MyDataCard.Ask(Nothing),
            ["deleted"] = () => MyDataCard.Deleted(2, Everything, Page),
            ["not-here"] = () => MyDataCard.NotHere(PrivateChat.Button(new TeamsActivity { Recipient = new() { Id = "28:bot" } })),
        };

    [Theory]
    [MemberData(nameof(States))]
    public void Each_card_of_my_data_is_the_approved_one(string name)
    {
        var message = Cards[name]();
        var card = JsonSerializer.SerializeToElement((AdaptiveCard)message.Attachments![0].Content!, TeamsJson.Wire.AdaptiveCard);

        CardRules.Hold(card);
        Assert.True(CardLimit.Allows(JsonSerializer.SerializeToUtf8Bytes(message, TeamsJson.Wire.TeamsActivity)));
        Approved.Card($"my-data-{name}", card);
    }

    private static PersonalRecords Kind(string title, string why, string howLong, int count, int mayGo = 0) =>
        new(title, why, howLong, [.. Enumerable.Range(0, count).Select(number => new PersonalRecord([], number < mayGo))]);
}
