using System.Text.Json;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Interests;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Interests;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Tests.Cards;

namespace HartwoodPolicyBot.Tests.Interests;

/// <summary>Compares each card about interests with the approved one, and with the rules of Teams.</summary>
public sealed class InterestCardTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> States => [.. Cards.Keys];

    private static Dictionary<string, Func<TeamsActivity>> Cards { get; } =
        new(StringComparer.Ordinal)
        {
            ["form"] = () => InterestCards.DeclareForm(InterestFields.Empty, Guid.Empty, Today),
            ["form-error"] = () =>
                InterestCards.DeclareForm(InterestFields.Empty, Guid.Empty, Today, InterestRefusals.WhatMissing.Sentence),
            ["change"] = () => InterestCards.ChangeForm("id.1", InterestFields.Of(Declared()), Today),
            ["mine-none"] = () => InterestCards.Mine([], 1),
            ["mine"] = () => InterestCards.Mine([.. Enumerable.Repeat(Declared(), 9)], 1, "I've saved your changes."),
            ["one"] = () => InterestCards.One(Declared()),
            ["all"] = () => InterestCards.All(new([Declared(), Declared(mentioned: false)], 2, 3), ended: false),
            ["all-none"] = () => InterestCards.All(new([], 1, 1), ended: false),
            ["ended"] = () => InterestCards.All(new([Declared(ended: Now)], 1, 1), ended: true),
            ["reminder"] = () => DailyReminderCard.Message([InterestReminderPart.Part([.. Enumerable.Repeat(Declared(), 6)])]),
        };

    [Theory]
    [MemberData(nameof(States))]
    public void Each_card_about_interests_is_the_approved_one(string name)
    {
        var message = Cards[name]();
        var card = JsonSerializer.SerializeToElement((AdaptiveCard)message.Attachments![0].Content!, TeamsJson.Wire.AdaptiveCard);

        CardRules.Hold(card);
        Assert.True(CardLimit.Allows(JsonSerializer.SerializeToUtf8Bytes(message, TeamsJson.Wire.TeamsActivity)));
        Assert.NotEmpty(message.Summary!);
        Approved.Card($"interests-{name}", card);
    }

    [Fact]
    public void The_longest_page_of_the_practice_managers_list_fits_a_message()
    {
        var longest = new Interest
        {
            PersonId = "priya",
            PersonName = new string('n', 200),
            What = new string('w', Interest.LongestWhat),
            Party = new string('p', Interest.LongestParty),
            DeclaredAt = Now,
            ConfirmedOn = Today,
        };

        var message = InterestCards.All(new([.. Enumerable.Repeat(longest, InterestList.PageSize)], 2, 3), ended: false);

        Assert.True(CardLimit.Allows(JsonSerializer.SerializeToUtf8Bytes(message, TeamsJson.Wire.TeamsActivity)));
    }

    private static Interest Declared(bool mentioned = true, DateTimeOffset? ended = null) =>
        new()
        {
            Id = Guid.Empty,
            PersonId = "priya",
            PersonName = "Priya Shah",
            What = "A free serum, *for posts*",
            Party = "Glow Skincare",
            Since = mentioned ? new(2026, 11, 1) : null,
            IsMentioned = mentioned,
            DeclaredAt = Now,
            ConfirmedOn = Today,
            EndedAt = ended,
            Version = 1,
        };
}
