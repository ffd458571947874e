using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.ManagerQuestions;
using Microsoft.AspNetCore.Http;

namespace HartwoodPolicyBot.Tests.Home;

/// <summary>Home shows practice managers what is still to be set up and what needs attention, each a tap from its card.</summary>
public sealed class HomeTests
{
    private const string Owen = "33333333-cccc-4000-8000-000000000001";
    private const string Deputy = "33333333-cccc-4000-8000-000000000002";

    [Fact]
    public async Task Before_anything_is_set_up_each_step_is_a_row_that_says_how_to_do_it()
    {
        await using var practice = await Practice.OpenAsync(withChannel: false);
        var manager = practice.Personal(Practice.ManagerId);

        var home = await manager.SayAsync("home");

        CardRules.Hold(home.Card);
        Approved.Card("home-new", home.Card);
        foreach (
            var (row, says) in new[]
            {
                ("Choose a channel for reports", "use this channel"),
                ("Say who gets reports about you", "Incidents:SpeakUpPerson"),
                ("Name a deputy", "Staff:Deputies"),
                ("Add the version and review date of the Social media policy", "Drop the policy's file into this chat"),
                ("See who hasn't added me", "once you've chosen a channel"),
            }
        )
        {
            practice.Bot.Time.Advance(TimeSpan.FromMinutes(1));
            var step = await manager.ExecuteAsync(home.Button(row));
            Assert.Equal(row, step.Texts[0]);
            Assert.Contains(step.Texts, text => text.Contains(says, StringComparison.Ordinal));
            Assert.Equal("Home", (await manager.ExecuteAsync(step.Button("Back to home"))).Texts[0]);
        }
    }

    [Fact]
    public async Task What_needs_attention_is_counted_and_each_row_opens_its_card()
    {
        await using var practice = await Practice.OpenAsync(settings: [("Incidents:SpeakUpPerson", Owen), ("Staff:Deputies:0", Deputy)]);
        practice.Bot.Teams.Answer = (request, _) => Members(request, "Priya Shah", "Dawn *Hill*");
        var manager = practice.Personal(Practice.ManagerId);
        await WelcomedAsync(practice.Personal(Practice.ManagerId));
        await WelcomedAsync(practice.Bot.Chat());
        await Practice.ReportAsync(practice.Bot.Chat());
        await Practice.ReportAsync(practice.Bot.Chat());
        await manager.FillAsync((await OpenAsync(manager, "INC-2026-0002")).Button("Deal with this"));
        await ManagerQuestionTestHost.AskAsync(practice.Bot.Chat());
        await practice.DeliveredAsync();
        practice.Bot.Time.Advance(TimeSpan.FromDays(20));
        await LoseAsync(practice);

        var home = await manager.SayAsync("what needs doing");

        CardRules.Hold(home.Card);
        Approved.Card("home", home.Card);
        foreach (
            var (row, opened) in new[]
            {
                ("2 open incidents, 1 not looked at yet", "Open incidents"),
                ("1 question waiting for an answer", "Unanswered questions"),
                ("2 people with overdue training", "Training status"),
                ("Social media policy: ask everyone to read it", "Ask 2 people to read this policy?"),
                ("1 message not delivered", "3 things need attention"),
            }
        )
        {
            Assert.StartsWith(opened, (await manager.ExecuteAsync(home.Button(row))).Texts[0], StringComparison.Ordinal);
        }

        var people = await manager.ExecuteAsync(home.Button("2 people haven't added me"));
        Approved.Card("home-people", people.Card);
        Assert.Contains("Dawn *Hill*", people.Texts);
    }

    [Fact]
    public async Task Home_is_updated_in_place_and_follows_what_was_done()
    {
        await using var practice = await Practice.OpenAsync();
        var manager = practice.Personal(Practice.ManagerId);
        await Practice.ReportAsync(practice.Bot.Chat());
        var home = await manager.SayAsync("home");
        Assert.Contains("1 open incident, 1 not looked at yet", home.Buttons);
        await manager.FillAsync((await OpenAsync(manager, "INC-2026-0001")).Button("Acknowledge"));

        var after = await manager.FillAsync(home.Button("Refresh home"));

        Assert.Contains("1 open incident", CardReader.Actions(after).Select(action => action.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task Staff_are_shown_their_own_cards_and_a_copied_home_and_a_channel_give_nothing_away()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
        var home = await practice.Personal(Practice.ManagerId).SayAsync("home");
        var staff = practice.Bot.Chat();

        var own = await staff.SayAsync("home");
        var inChannel = await practice.Channel.MentionAsync("home");

        Approved.Card("home-for-staff", own.Card);
        Assert.Equal("That would show people's names here. Please ask me in our private chat instead.", inChannel.Texts[0]);
        foreach (var button in new[] { "Refresh home", "Name a deputy" })
        {
            await staff.ExecuteAsync(home.Button(button));
            Assert.Equal(403, staff.Body.GetProperty("statusCode").GetInt32());
        }
    }

    [Theory]
    [InlineData(Practice.ManagerId, "You're a practice manager here", "welcome-manager")]
    [InlineData(Deputy, "You're a deputy of the practice manager", "welcome-deputy")]
    public async Task The_welcome_of_those_who_manage_has_the_set_up_in_it(string person, string says, string name)
    {
        await using var practice = await Practice.OpenAsync(withChannel: false, ("Staff:Deputies:0", Deputy));

        var welcome = await WelcomedAsync(practice.Personal(person));

        CardRules.Hold(welcome.Card);
        Approved.Card(name, welcome.Card);
        Assert.Contains(welcome.Texts, text => text.StartsWith(says, StringComparison.Ordinal));
        Assert.Contains("Choose a channel for reports", welcome.Buttons);
    }

    [Fact]
    public async Task A_withdrawn_report_whose_data_breach_deadline_goes_on_is_on_home_until_it_is_decided()
    {
        const string row = "1 withdrawn report needs a data breach decision";
        await using var practice = await Practice.OpenAsync();
        var (staff, manager) = (practice.Bot.Chat(), practice.Personal(Practice.ManagerId));
        var receipt = await Practice.ReportAsync(staff, ("patient", "Unsure"));
        var sure = await staff.FillAsync(CardReader.Button(receipt, "Withdraw report"));
        await staff.FillAsync(CardReader.Button(sure, "Withdraw report"));

        var home = await manager.SayAsync("home");
        var list = await manager.ExecuteAsync(home.Button(row));
        var opened = list.Buttons.Single(button => button.StartsWith("INC-2026-0001", StringComparison.Ordinal));
        var card = (await manager.ExecuteAsync(list.Button(opened))).Card;
        var form = await manager.FillAsync(CardReader.Button(card, "Record decision"));
        await manager.FillAsync(Practice.Save(form), new() { ["decision"] = "NotReportable", ["text"] = "Nobody could be recognised." });

        Assert.EndsWith(": Withdrawn, 23 November 2026, data breach decision needed", opened, StringComparison.Ordinal);
        Assert.DoesNotContain(row, (await manager.SayAsync("home")).Buttons);
        Assert.Contains("There are no open incidents.", (await manager.SayAsync("incidents")).Texts);
    }

    [Fact]
    public async Task Whoever_adds_the_bot_is_not_counted_among_those_who_have_not()
    {
        await using var practice = await Practice.OpenAsync();
        practice.Bot.Teams.Answer = (request, _) => Members(request);

        var welcome = await WelcomedAsync(practice.Personal(Practice.ManagerId));

        Assert.Contains(welcome.Texts, text => text.Contains("everyone has added me", StringComparison.Ordinal));
        Assert.DoesNotContain("1 person hasn't added me", welcome.Buttons);
    }

    [Theory]
    [InlineData("could you set me up please")]
    [InlineData("what's on my list for today")]
    [InlineData("I'd like an overview of everything that is outstanding")]
    public async Task A_managers_own_words_lead_home(string said)
    {
        await using var practice = await Practice.OpenAsync(withChannel: false);

        var reply = await practice.Personal(Practice.ManagerId).SayAsync(said);

        Assert.Contains("Home", reply.Texts);
    }

    private static async Task<Reply> WelcomedAsync(Chat chat)
    {
        var installed = chat.Activity("installationUpdate");
        installed["action"] = "add";
        return await chat.SendAsync(installed);
    }

    private static async Task<Reply> OpenAsync(Chat manager, string reference)
    {
        var list = await manager.SayAsync("incidents");
        return await manager.ExecuteAsync(list.Button(list.Buttons.Single(title => title.StartsWith(reference, StringComparison.Ordinal))));
    }

    private static IResult? Members(TeamsRequest request, params string[] names) =>
        request.Path.Contains("/pagedmembers", StringComparison.OrdinalIgnoreCase)
            ? Results.Json(
                new
                {
                    members = names
                        .Select(name => new
                        {
                            id = $"29:{name}",
                            name,
                            aadObjectId = name,
                        })
                        .Append(
                            new
                            {
                                id = $"29:{Practice.ManagerId}",
                                name = "Margaret Ellis",
                                aadObjectId = Practice.ManagerId,
                            }
                        ),
                }
            )
            : null;

    private static Task<int> LoseAsync(Practice practice) =>
        practice.Bot.ReadAsync(async database =>
        {
            var now = practice.Bot.Time.GetUtcNow();
            database.Deliveries.Add(
                new()
                {
                    Id = Guid.NewGuid(),
                    Key = $"{Guid.NewGuid()}",
                    Kind = "told",
                    Place = Recipient.Person(PersonId.Of("priya")),
                    CreatedAt = now,
                    DueAt = now,
                    State = DeliveryState.GivenUp,
                }
            );
            return await database.SaveChangesAsync();
        });
}
