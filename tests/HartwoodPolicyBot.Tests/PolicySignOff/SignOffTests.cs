using System.Text.Json;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.Policies;
using HartwoodPolicyBot.Tests.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HartwoodPolicyBot.Tests.PolicySignOff.SignOffTestHost;

namespace HartwoodPolicyBot.Tests.PolicySignOff;

/// <summary>A sign-off round is followed over HTTP as people see it: sent, read, confirmed, reminded, refused.</summary>
public sealed class SignOffTests
{
    [Fact]
    public async Task A_round_reaches_each_person_in_one_card_and_their_confirmation_is_on_record()
    {
        await using var practice = await Practice.OpenAsync();
        var (priya, tom) = (await InstallAsync(practice.Bot, "Priya Shah"), await InstallAsync(practice.Bot, "Tom Reed"));
        await (await Learner.StartAsync(practice.Bot, chat: priya)).FinishAsync();
        var manager = practice.Personal(Practice.ManagerId);

        var offer = await manager.SayAsync("Send the policy round!");
        CardRules.Hold(offer.Card);
        Assert.Equal("Ask 2 people to read this policy?", offer.Summary);
        var sent = await manager.FillAsync(offer.Button("Send to everyone"));
        CardRules.Hold(sent);
        Assert.StartsWith("Sent.", CardReader.Texts(sent)[0], StringComparison.Ordinal);
        Assert.Contains("who's already had a reminder today", CardReader.Texts(sent)[0], StringComparison.Ordinal);
        var again = await manager.FillAsync(offer.Button("Send to everyone"));
        Assert.Equal(SignOffRefusals.AlreadySent.Sentence, CardReader.Texts(again)[0]);

        await PlanAsync(practice);
        var card = CardOf(priya);
        CardRules.Hold(card);
        Assert.Equal("Please read the Social media policy", CardReader.Texts(card)[0]);
        Assert.Equal(5, CardReader.Texts(card).Count(text => text.Contains(": “", StringComparison.Ordinal)));
        Assert.Equal(["Open the policy", "Confirm I've read it"], Titles(card));
        var all = new Uri(CardReader.Button(card, "Open the policy").GetProperty("url").GetString()!).AbsolutePath;
        Assert.Contains("Scope", await practice.Bot.Http.GetStringAsync(all), StringComparison.Ordinal);

        var confirmed = await priya.FillAsync(CardReader.Button(card, "Confirm I've read it"));
        CardRules.Hold(confirmed);
        Assert.Equal("Thank you", CardReader.Texts(confirmed)[0]);
        var twice = await priya.FillAsync(CardReader.Button(card, "Confirm I've read it"));
        Assert.Equal(SignOffRefusals.AlreadyRead.Sentence, CardReader.Texts(twice)[0]);
        Assert.Contains(
            (await priya.SayAsync("my policies")).Texts,
            text => text.StartsWith("You confirmed on 23 November 2026", StringComparison.Ordinal)
        );

        var status = await manager.SayAsync("who has read the policy?");
        CardRules.Hold(status.Card);
        Assert.Contains(status.Texts, text => text.Contains("1 of 2 people have confirmed", StringComparison.Ordinal));
        Assert.Contains("Tom Reed", status.Texts);
        Assert.DoesNotContain("Priya Shah", status.Texts);
    }

    [Fact]
    public async Task Training_and_sign_off_due_on_one_day_come_in_one_message_and_open_items_stay_on_it()
    {
        await using var practice = await Practice.OpenAsync();
        var priya = await InstallAsync(practice.Bot, "Priya Shah");
        practice.Bot.Time.Advance(TimeSpan.FromDays(7));
        await SendRoundAsync(practice);
        var before = priya.Sent.Count;
        await PlanAsync(practice);

        Assert.Equal(before + 1, priya.Sent.Count);
        var card = CardOf(priya);
        CardRules.Hold(card);
        Assert.Equal(
            "Induction training: due on 7 December 2026 (in 7 days). Please read and confirm the Social media policy",
            priya.Sent[^1].Body.GetProperty("summary").GetString()
        );
        Assert.Equal(["Start training", "Confirm I've read it", "See my training", "Open the policy"], Titles(card));

        var confirmed = await priya.FillAsync(CardReader.Button(card, "Confirm I've read it"));
        CardRules.Hold(confirmed);
        Assert.Equal(["Start training", "See my training", "Check my policies", "Browse the policy"], Titles(confirmed));
    }

    [Theory]
    [InlineData("groupChat", "19:group@thread.v2")]
    [InlineData("personal", "19:a_b@unq.gbl.spaces")]
    public async Task Confirming_on_a_copied_card_does_not_show_others_the_persons_training(string kind, string chat)
    {
        await using var practice = await Practice.OpenAsync();
        var priya = await InstallAsync(practice.Bot, "Priya Shah");
        practice.Bot.Time.Advance(TimeSpan.FromDays(7));
        await SendRoundAsync(practice);
        await PlanAsync(practice);
        var elsewhere = new Chat(practice.Bot, kind)
        {
            Person = priya.Person,
            Name = priya.Name,
            Conversation = chat,
        };

        var confirmed = await elsewhere.FillAsync(CardReader.Button(CardOf(priya), "Confirm I've read it"));

        Assert.Equal("Thank you", CardReader.Texts(confirmed)[0]);
        Assert.Equal(["Check my policies", "Browse the policy"], Titles(confirmed));
        Assert.DoesNotContain("raining", confirmed.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_adds_the_bot_during_a_round_is_asked_in_the_welcome_and_not_again_that_day()
    {
        await using var practice = await Practice.OpenAsync();
        await SendRoundAsync(practice);

        var zoe = new Chat(practice.Bot, "personal") { Name = "Zoe Ward" };
        var installed = zoe.Activity("installationUpdate");
        installed["action"] = "add";
        var welcome = await zoe.SendAsync(installed);
        await PlanAsync(practice);

        CardRules.Hold(welcome.Card);
        Assert.Single(zoe.Sent);
        Assert.Contains("The practice manager has asked everyone to read this policy and confirm.", welcome.Texts);
        var open = await zoe.ExecuteAsync(welcome.Button("Read and confirm"));
        Assert.Equal("Please read the Social media policy", open.Texts[0]);
        await zoe.ExecuteAsync(open.Button("Confirm I've read it"));
        Assert.NotNull((await practice.Bot.ReadAsync(database => database.PolicyReadings.SingleAsync())).ReadAt);
    }

    [Fact]
    public async Task Clicks_by_staff_in_channels_and_on_other_peoples_cards_are_refused_and_change_nothing()
    {
        await using var practice = await Practice.OpenAsync();
        var (priya, tom) = (await InstallAsync(practice.Bot, "Priya Shah"), await InstallAsync(practice.Bot, "Tom Reed"));
        var manager = practice.Personal(Practice.ManagerId);
        var offer = await manager.SayAsync("policy round");
        Assert.StartsWith(
            "Sorry, that's only for practice managers",
            (await tom.SayAsync("send the policy round")).Texts[0],
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Sorry, that's only for practice managers",
            (await tom.SayAsync("who has read")).Texts[0],
            StringComparison.Ordinal
        );
        Assert.Contains("show people's names", (await practice.Channel.MentionAsync("who has read")).Texts[0], StringComparison.Ordinal);
        Assert.Contains("Open our private chat", (await practice.Channel.MentionAsync("my policies")).Texts[0], StringComparison.Ordinal);
        await SendRoundAsync(practice);
        await PlanAsync(practice);
        practice.Bot.Time.Advance(TimeSpan.FromDays(1));
        var status = await manager.SayAsync("who has read");
        var told = await practice.Bot.ReadAsync(database => database.PolicyReadings.Select(row => row.ToldOn).ToListAsync());

        foreach (
            var button in new[] { offer.Card, status.Card }
                .SelectMany(card => CardReader.Actions(card))
                .Where(action => action.GetProperty("title").GetString() != "Show help")
        )
        {
            foreach (var chat in new[] { tom, practice.Channel })
            {
                await chat.ExecuteAsync(button);
                Assert.Equal(403, chat.Body.GetProperty("statusCode").GetInt32());
            }
        }

        await tom.ExecuteAsync(CardReader.Button(CardOf(priya), "Confirm I've read it"));
        Assert.Equal(403, tom.Body.GetProperty("statusCode").GetInt32());
        foreach (var forged in new[] { "", "x", $"{Guid.NewGuid():N}", new string('9', 5000), "a:b:c" })
        {
            await tom.ExecuteAsync(With(CardReader.Button(CardOf(priya), "Confirm I've read it"), forged));
            Assert.Equal(400, tom.Body.GetProperty("statusCode").GetInt32());
            await manager.ExecuteAsync(With(status.Button("Remind everyone"), forged));
            Assert.Equal(200, manager.Body.GetProperty("statusCode").GetInt32());
        }

        Assert.Equal(told, await practice.Bot.ReadAsync(database => database.PolicyReadings.Select(row => row.ToldOn).ToListAsync()));
        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.PolicyReadings.CountAsync(row => row.ReadAt != null)));
    }

    [Fact]
    public async Task One_person_or_everybody_can_be_reminded_from_the_list_which_shows_eight_people_a_page()
    {
        await using var practice = await Practice.OpenAsync();
        var people = new List<Chat>();
        for (var number = 0; number < 10; number++)
        {
            people.Add(await InstallAsync(practice.Bot, $"Person {number}"));
        }

        await SendRoundAsync(practice);
        await PlanAsync(practice);
        practice.Bot.Time.Advance(TimeSpan.FromDays(1));
        var manager = practice.Personal(Practice.ManagerId);
        var status = await manager.SayAsync("who has read");
        Assert.Equal(8, status.Texts.Count(text => text.StartsWith("Person ", StringComparison.Ordinal)));
        var second = await manager.FillAsync(status.Button("Next page"));
        Assert.Equal(
            ["Person 8", "Person 9"],
            CardReader.Texts(second).Where(text => text.StartsWith("Person ", StringComparison.Ordinal))
        );

        var before = people.ConvertAll(person => person.Sent.Count);
        var one = await manager.FillAsync(CardReader.Button(second, "Remind Person 8"));
        Assert.Equal("1 reminder will go out in a few minutes.", CardReader.Texts(one)[0]);
        await PlanAsync(practice);
        Assert.Equal(before[8] + 1, people[8].Sent.Count);
        var all = await manager.FillAsync(CardReader.Button(one, "Remind everyone"));
        Assert.Equal("9 reminders will go out in a few minutes.", CardReader.Texts(all)[0]);
        await PlanAsync(practice);
        Assert.Equal(before.ConvertAll(count => count + 1), people.ConvertAll(person => person.Sent.Count));
    }

    [Fact]
    public async Task A_person_reminded_by_hand_is_shown_with_the_last_reminder_until_the_new_one_comes()
    {
        await using var practice = await Practice.OpenAsync();
        await InstallAsync(practice.Bot, "Priya Shah");
        await SendRoundAsync(practice);
        await PlanAsync(practice);
        var manager = practice.Personal(Practice.ManagerId);
        practice.Bot.Time.Advance(TimeSpan.FromHours(34));

        var evening = await manager.FillAsync((await manager.SayAsync("who has read")).Button("Remind Priya Shah"));
        CardRules.Hold(evening);
        Assert.Contains("23 Nov 2026, next one due", CardReader.Texts(evening));

        practice.Bot.Time.Advance(TimeSpan.FromHours(14));
        await PlanAsync(practice);
        var morning = await manager.SayAsync("who has read");
        Assert.Contains("25 Nov 2026", morning.Texts);
        Assert.DoesNotContain(morning.Texts, text => text.Contains("next one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_round_sent_in_the_evening_says_when_it_goes_out_and_a_reminder_says_whether_it_was_sent()
    {
        await using var practice = await Practice.OpenAsync();
        await InstallAsync(practice.Bot, "Priya Shah");
        var manager = practice.Personal(Practice.ManagerId);
        practice.Bot.Time.Advance(TimeSpan.FromHours(34));

        var sent = await manager.FillAsync((await manager.SayAsync("send the policy round")).Button("Send to everyone"));
        Assert.Equal("Ready to go. People will get it at 9am on 25 November 2026.", CardReader.Texts(sent)[0]);
        Assert.Contains("0 of 1 person has confirmed. I'll send it at 9am on 25 November 2026.", CardReader.Texts(sent));
        var evening = await manager.FillAsync(CardReader.Button(sent, "Remind Priya Shah"));
        Assert.Equal("They'll get a reminder at 9am on 25 November 2026.", CardReader.Texts(evening)[0]);

        practice.Bot.Time.Advance(TimeSpan.FromHours(14));
        await PlanAsync(practice);
        var morning = await manager.SayAsync("who has read");
        Assert.Contains(morning.Texts, text => text.EndsWith("Sent on 25 November 2026.", StringComparison.Ordinal));
        var again = await manager.FillAsync(morning.Button("Remind Priya Shah"));
        Assert.Equal("They've already had a message about this today. You can remind them tomorrow.", CardReader.Texts(again)[0]);
    }

    [Fact]
    public async Task A_round_that_a_new_version_overtakes_in_the_evening_is_not_said_to_have_been_sent()
    {
        await using var practice = await Practice.OpenAsync();
        await InstallAsync(practice.Bot, "Priya Shah");
        var manager = practice.Personal(Practice.ManagerId);
        practice.Bot.Time.Advance(TimeSpan.FromHours(34));
        await manager.FillAsync((await manager.SayAsync("send the policy round")).Button("Send to everyone"));

        await Publishing.PublishAsync(
            practice.Bot,
            Publishing.SocialMedia.Replace("version: unknown", "version: 2", StringComparison.Ordinal)
        );

        var status = await manager.SayAsync("who has read");
        Assert.Contains("Previous version: it was replaced before I asked anyone to read it.", status.Texts);
        Assert.DoesNotContain(status.Texts, text => text.Contains("25 November", StringComparison.Ordinal));
    }

    /// <summary>Returns the same button with another id.</summary>
    private static JsonElement With(JsonElement button, string id)
    {
        var changed = System.Text.Json.Nodes.JsonNode.Parse(button.GetRawText())!.AsObject();
        changed["data"]!["id"] = id;
        return JsonSerializer.SerializeToElement(changed);
    }
}
