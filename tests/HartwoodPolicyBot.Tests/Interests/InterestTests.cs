using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Interests;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.PracticeAccounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Interests;

/// <summary>
/// The policy, Conflicts of interest: "All staff will be open about any conflicts of interest when posting online and declare any
/// financial or commercial interests where appropriate."
/// </summary>
public sealed class InterestTests
{
    private const string Promotion = "Loving my new Glow Skincare serum! Use my code NURSE20 for 20% off, I get a little something too.";

    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task An_interest_is_declared_changed_and_ended_and_the_practice_manager_sees_it(StorageProvider provider)
    {
        await using var host = await PracticeAccountTestHost.OpenAsync(provider);
        var staff = await host.StaffAsync();

        var mine = await DeclareAsync(staff);
        var one = await staff.FillAsync(CardReader.Button(mine, "Glow Skincare: A free serum"));
        var form = await staff.FillAsync(CardReader.Button(one, "Change this interest"));
        var changed = await staff.FillAsync(CardReader.Button(form, "Save changes"), Filled("Paid posts", mention: "no"));
        var all = await host.Manager.SayAsync("interests");
        one = await staff.FillAsync(CardReader.Button(changed, "Glow Skincare: Paid posts"));
        var ended = await staff.FillAsync(CardReader.Button(one, "End this interest"));

        CardRules.Hold(mine);
        CardRules.Hold(all.Card);
        Assert.Equal("You've declared it. I'll ask you once a year whether it's still right.", CardReader.Texts(mine)[0]);
        Assert.All(
            ["Priya Shah", "With: Glow Skincare", "What: Paid posts", "Since: 1 November 2026", "Mentioned when posting: No"],
            line => Assert.Contains(line, all.Texts)
        );
        Assert.Equal("Your interest with Glow Skincare has ended.", CardReader.Texts(ended)[0]);
        Assert.Contains("No one has declared any.", (await host.Manager.SayAsync("interests")).Texts);
        var endedOnes = await host.Manager.FillAsync(all.Button("See ended interests"));
        Assert.Contains("Ended: 23 November 2026", CardReader.Texts(endedOnes));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_forged_click_on_another_persons_interest_shows_and_changes_nothing(StorageProvider provider)
    {
        await using var host = await PracticeAccountTestHost.OpenAsync(provider);
        var (staff, other) = (await host.StaffAsync(), await host.StaffAsync("Tom Reed"));
        var mine = await DeclareAsync(staff);
        var one = await staff.FillAsync(CardReader.Button(mine, "Glow Skincare: A free serum"));
        var form = await staff.FillAsync(CardReader.Button(one, "Change this interest"));

        foreach (
            var button in new[]
            {
                CardReader.Button(mine, "Glow Skincare: A free serum"),
                CardReader.Button(one, "Change this interest"),
                CardReader.Button(one, "End this interest"),
                CardReader.Button(form, "Save changes"),
            }
        )
        {
            await other.ExecuteAsync(button, Filled("Nothing at all"));
            Assert.Equal(403, other.Body.GetProperty("statusCode").GetInt32());
            Assert.DoesNotContain("serum", other.Body.GetRawText(), StringComparison.Ordinal);
        }

        var kept = await host.Bot.ReadAsync(database => database.Interests.SingleAsync());
        Assert.Equal(("A free serum", null, 1), (kept.What, kept.EndedAt, kept.Version));
        Assert.Equal(
            4,
            await host.Bot.ReadAsync(database =>
                database.RefusedAttempts.CountAsync(row => row.Action == "interest" && row.Code == "not-yours")
            )
        );
    }

    [Fact]
    public async Task An_interest_that_is_declared_already_is_not_listed_twice_and_can_be_changed_with_what_was_typed()
    {
        await using var host = await PracticeAccountTestHost.OpenAsync(StorageProvider.Sqlite);
        var staff = await host.StaffAsync();
        await DeclareAsync(staff);
        var send = (await staff.SayAsync("declare an interest")).Button("Declare this interest");

        var again = await staff.FillAsync(send, Filled("a free Serum", mention: "no"));
        var mine = await staff.FillAsync(CardReader.Button(again, "Save changes"), Filled("a free Serum", mention: "no"));

        Assert.Contains(InterestRefusals.DeclaredAlready.Sentence, CardReader.Texts(again));
        Assert.Contains("a free Serum", again.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("I've saved your changes.", CardReader.Texts(mine)[0]);
        var kept = await host.Bot.ReadAsync(database => database.Interests.SingleAsync());
        Assert.Equal(("a free Serum", false), (kept.What, kept.IsMentioned));
    }

    [Fact]
    public async Task Staff_cannot_see_what_others_have_declared()
    {
        await using var host = await PracticeAccountTestHost.OpenAsync(StorageProvider.Sqlite);
        var (staff, other) = (await host.StaffAsync(), await host.StaffAsync("Tom Reed"));
        await DeclareAsync(staff);

        var typed = await other.SayAsync("interests");
        var list = await host.Manager.SayAsync("interests");
        await other.ExecuteAsync(list.Button("See ended interests"));

        Assert.DoesNotContain("Glow", typed.Card.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(403, other.Body.GetProperty("statusCode").GetInt32());
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_declares_one_interest_and_a_wrong_one_says_what_to_correct()
    {
        await using var host = await PracticeAccountTestHost.OpenAsync(StorageProvider.Sqlite);
        var staff = await host.StaffAsync();
        var send = (await staff.SayAsync("declare an interest")).Button("Declare this interest");

        foreach (
            var (field, answer, says) in new[]
            {
                ("what", "", InterestRefusals.WhatMissing.Sentence),
                ("with", " ", InterestRefusals.PartyMissing.Sentence),
                ("since", "2027-01-01", InterestRefusals.DayWrong.Sentence),
                ("mention", "perhaps", InterestRefusals.MentionMissing.Sentence),
            }
        )
        {
            var answers = Filled("A free serum");
            answers[field] = answer;
            Assert.Contains(says, CardReader.Texts(await staff.FillAsync(send, answers)));
        }

        await staff.FillAsync(send, Filled("A gift from a patient, NHS 943 476 5919"));
        await staff.FillAsync(send, Filled("A gift from a patient, NHS 943 476 5919"));

        var declared = await host.Bot.ReadAsync(database => database.Interests.SingleAsync());
        Assert.Contains("[NHS number]", declared.What, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_year_later_the_person_is_asked_whether_it_is_still_right_weekly_until_they_answer(StorageProvider provider)
    {
        await using var host = await PracticeAccountTestHost.OpenAsync(provider);
        var staff = host.Person($"{Guid.NewGuid()}", "Priya Shah");
        await DeclareAsync(staff);
        var reminders = host.Bot.Services.GetRequiredService<DailyReminders>();

        await GoToAsync(new(2027, 11, 22));
        var early = staff.Sent.Count;
        await GoToAsync(new(2027, 11, 23));
        await GoToAsync(new(2027, 11, 24));
        var asked = staff.Sent.Count;
        await GoToAsync(new(2027, 11, 30));
        var again = staff.Sent.Count;
        var card = Practice.CardOf(staff.Sent[^1]);
        var confirmed = await staff.FillAsync(CardReader.Button(card, "It's all still right"));
        await GoToAsync(new(2027, 12, 7));

        Assert.Equal((early + 1, early + 2, early + 2), (asked, again, staff.Sent.Count));
        Assert.Contains("You declared these a year ago or more. Are they still right?", CardReader.Texts(card));
        Assert.Equal("Thank you. I'll ask you again in a year.", CardReader.Texts(confirmed)[0]);

        async Task GoToAsync(DateOnly day)
        {
            host.Bot.Time.Advance(PracticeTime.At(day, new(10, 0)) - host.Bot.Time.GetUtcNow());
            await reminders.PlanDueAsync(default);
            await host.Practice.DeliveredAsync();
        }
    }

    [Fact]
    public async Task A_checked_post_asks_for_an_undeclared_interest_and_knows_a_declared_one()
    {
        await using var host = await PracticeAccountTestHost.OpenAsync(StorageProvider.Sqlite);
        var staff = await host.StaffAsync();

        var before = await staff.SayAsync($"check a post: {Promotion}");
        var form = await staff.ExecuteAsync(before.Button("Declare an interest"));
        await staff.FillAsync(form.Button("Declare this interest"), Filled("A free serum"));
        var after = await staff.SayAsync($"check a post: {Promotion}");

        Assert.Equal("Declare an interest", form.Texts[0]);
        Assert.Contains("You've declared an interest in this. Say so in the post too.", after.Texts);
        Assert.DoesNotContain("Declare an interest", after.Texts);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task An_interest_is_kept_for_a_period_of_its_own_after_it_ended(StorageProvider provider)
    {
        await using var host = await PracticeAccountTestHost.OpenAsync(provider);
        var staff = await host.StaffAsync();
        var one = await staff.FillAsync(CardReader.Button(await DeclareAsync(staff), "Glow Skincare: A free serum"));
        await staff.FillAsync(CardReader.Button(one, "End this interest"));
        await DeclareAsync(staff);
        var retention = host.Bot.Services.GetServices<IRetention>().OfType<InterestRetention>().Single();

        host.Bot.Time.Advance(TimeSpan.FromDays((6 * 365) - 10));
        await retention.DeleteAsync(host.Bot.Time.GetUtcNow(), default);
        var kept = await host.Bot.ReadAsync(database => database.Interests.CountAsync());
        host.Bot.Time.Advance(TimeSpan.FromDays(20));
        await retention.DeleteAsync(host.Bot.Time.GetUtcNow(), default);

        Assert.Equal(2, kept);
        Assert.Null((await host.Bot.ReadAsync(database => database.Interests.SingleAsync())).EndedAt);
    }

    private static async Task<JsonElement> DeclareAsync(Chat staff) =>
        await staff.FillAsync((await staff.SayAsync("declare an interest")).Button("Declare this interest"), Filled("A free serum"));

    private static JsonObject Filled(string what, string mention = "yes") =>
        new()
        {
            ["what"] = what,
            ["with"] = "Glow Skincare",
            ["since"] = "2026-11-01",
            ["mention"] = mention,
        };
}
