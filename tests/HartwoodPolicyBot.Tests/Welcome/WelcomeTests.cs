using System.Net;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Welcome;

public sealed class WelcomeTests(BotHost bot) : IClassFixture<BotHost>
{
    [Fact]
    public async Task The_welcome_says_what_the_bot_can_and_cannot_do_and_has_a_question_and_three_buttons()
    {
        var chat = bot.Chat();

        var welcome = await chat.SendAsync(Installed(chat, "add"));

        Assert.Equal("Hartwood Policy Bot", welcome.Texts[0]);
        Assert.Contains("social media policy", welcome.Texts[1], StringComparison.Ordinal);
        Assert.Contains("give legal or clinical advice", welcome.Texts[2], StringComparison.Ordinal);
        Assert.Equal(
            [
                "Can I share an image of a patient?",
                "Check a post",
                "Start training",
                "Report an incident",
                "Browse the policy",
                "Show help",
            ],
            welcome.Buttons
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_two_events_of_an_installation_lead_to_one_welcome_in_either_order(bool installationFirst)
    {
        var chat = bot.Chat();
        JsonObject[] events = installationFirst
            ? [Installed(chat, "add"), Joined(chat, Chat.BotId, chat.Person)]
            : [Joined(chat, Chat.BotId, chat.Person), Installed(chat, "add")];

        foreach (var happened in events)
        {
            await chat.SendAsync(happened);
        }

        Assert.Single(chat.Sent);
    }

    [Fact]
    public async Task Events_of_one_installation_at_the_same_moment_lead_to_one_welcome()
    {
        var chat = bot.Chat();

        await Task.WhenAll(
            Enumerable.Range(0, 20).Select(number => chat.SendAsync(number % 2 == 0 ? Installed(chat, "add") : Joined(chat, Chat.BotId)))
        );

        Assert.Single(chat.Sent);
        Assert.DoesNotContain(bot.Log.All, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_who_removes_and_reinstalls_the_bot_is_welcomed_again()
    {
        var chat = bot.Chat();
        await chat.SendAsync(Installed(chat, "add"));
        await chat.SendAsync(Installed(chat, "remove"));
        Assert.False(await bot.ReadAsync(database => database.Installations.AnyAsync(place => place.Place == chat.Conversation)));

        await chat.SendAsync(Installed(chat, "add"));

        Assert.Equal(2, chat.Sent.Count);
    }

    [Theory]
    [InlineData("29:{0}", null)]
    [InlineData("29:{0}", "Priya Shah")]
    [InlineData("28:bot", null)]
    [InlineData("28:bot", "Hartwood Policy Bot")]
    public async Task The_first_event_without_an_Entra_id_welcomes_the_person_among_its_members_and_never_the_bot(string from, string? name)
    {
        var chat = bot.Chat();
        var (id, before) = (chat.Person[3..], await StaffAsync());
        var first = chat.Activity("conversationUpdate");
        first["from"] = new JsonObject { ["id"] = from.Replace("{0}", id, StringComparison.Ordinal), ["name"] = name };
        first["membersAdded"] = new JsonArray(
            new JsonObject { ["id"] = Chat.BotId },
            new JsonObject { ["id"] = chat.Person, ["aadObjectId"] = id }
        );

        await chat.SendAsync(first);
        await chat.SendAsync(Installed(chat, "add"));

        Assert.Single(chat.Sent);
        Assert.Equal([id], (await StaffAsync()).Except(before));
    }

    [Theory]
    [InlineData("29:{0}")]
    [InlineData("28:bot")]
    public async Task An_event_that_does_not_say_who_added_the_bot_waits_for_one_that_does(string from)
    {
        var chat = bot.Chat();
        var (id, before) = (chat.Person[3..], await StaffAsync());
        var first = chat.Activity("conversationUpdate");
        first["from"] = new JsonObject { ["id"] = from.Replace("{0}", id, StringComparison.Ordinal) };
        first["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Chat.BotId });

        await chat.SendAsync(first);
        Assert.Empty(chat.Sent);
        Assert.Empty((await StaffAsync()).Except(before));
        await chat.SendAsync(Installed(chat, "add"));

        Assert.Single(chat.Sent);
        Assert.Equal([id], (await StaffAsync()).Except(before));
    }

    [Fact]
    public async Task Teams_is_asked_for_a_person_whom_the_event_names_only_by_their_id_in_Teams()
    {
        await using var own = await BotHost.StartAsync();
        var chat = own.Chat();
        own.Teams.Answer = (request, _) =>
            request.Path.EndsWith($"/members/{chat.Person}", StringComparison.Ordinal)
                ? Results.Json(
                    new
                    {
                        id = chat.Person,
                        name = "Priya Shah",
                        aadObjectId = "priya",
                    }
                )
                : null;
        var first = Installed(chat, "add");
        first["from"] = new JsonObject { ["id"] = chat.Person };

        await chat.SendAsync(first);

        var person = await own.ReadAsync(database => database.StaffMembers.SingleAsync());
        Assert.Equal(("priya", "Priya Shah"), (person.PersonId, person.Name));
    }

    [Fact]
    public async Task A_message_from_the_bot_is_not_answered_and_makes_nobody_a_member_of_staff()
    {
        var (chat, before) = (bot.Chat(), await StaffAsync());
        foreach (var said in new[] { "training", "help" })
        {
            var echo = chat.Activity("message");
            (echo["text"], echo["from"]) = (said, new JsonObject { ["id"] = Chat.BotId, ["name"] = "Hartwood Policy Bot" });
            await chat.SendAsync(echo);
        }

        Assert.Empty(chat.Sent);
        Assert.Equal(before, await StaffAsync());
    }

    [Fact]
    public async Task Somebody_who_joins_a_group_later_gets_no_message()
    {
        var chat = bot.Chat("groupChat");
        await chat.SendAsync(Joined(chat, Chat.BotId));

        var reply = await chat.SendAsync(Joined(chat, "29:new"));

        Assert.True(reply.IsSilence);
        Assert.Single(chat.Sent);
    }

    [Fact]
    public async Task In_a_team_one_post_goes_to_the_chosen_channel_and_names_who_added_the_bot()
    {
        var chat = bot.Chat("channel");
        bot.Teams.Answer = (request, _) =>
            request.Path.EndsWith($"/members/{chat.Person}", StringComparison.Ordinal)
                ? Results.Json(new { id = chat.Person, name = "Margaret *Ellis* [x](http://evil)" })
                : null;
        var chosen = $"19:chosen-{Guid.NewGuid()}@thread.tacv2";
        var team = $"19:team-{Guid.NewGuid()}@thread.tacv2";
        var installed = Installed(chat, "add");
        installed["channelData"] = TeamData(team, chosen);
        var joined = Joined(chat, Chat.BotId);
        joined["channelData"] = TeamData(team, null);

        await chat.SendAsync(installed);
        await chat.SendAsync(joined);

        var post = Assert.Single(bot.Teams.In(chosen));
        Assert.Equal($"/v3/conversations/{chosen}/activities", post.Path);
        var reply = new Reply(post.Body, post);
        Assert.StartsWith("Margaret *Ellis* [x](http://evil) added me to this team.", reply.Texts[1], StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Teams.In(chat.Conversation), request => request.Method == "POST");
        bot.Teams.Answer = (_, _) => null;
    }

    [Fact]
    public async Task A_welcome_that_Teams_refuses_is_sent_at_the_next_event()
    {
        await using var own = await BotHost.StartAsync(("Teams:Connector:AttemptTimeout", "01:00:00"));
        var chat = own.Chat();
        own.Teams.Answer = (_, _) => Results.StatusCode(503);
        var refused = await own.Time.RunAsync(chat.SendAsync(Installed(chat, "add")));
        Assert.Equal(HttpStatusCode.BadGateway, chat.Status);
        Assert.NotNull(refused.Request);

        own.Teams.Answer = (_, _) => null;
        var before = chat.Sent.Count;
        await chat.SendAsync(Joined(chat, Chat.BotId));

        Assert.Equal(before + 1, chat.Sent.Count);
        Assert.Equal(HttpStatusCode.OK, chat.Status);
    }

    private Task<List<string>> StaffAsync() =>
        bot.ReadAsync(database => database.StaffMembers.Select(person => person.PersonId).Order().ToListAsync());

    private static JsonObject Installed(Chat chat, string action)
    {
        var activity = chat.Activity("installationUpdate");
        activity["action"] = action;
        return activity;
    }

    private static JsonObject Joined(Chat chat, params string[] members)
    {
        var activity = chat.Activity("conversationUpdate");
        activity["membersAdded"] = new JsonArray([.. members.Select(id => (JsonNode)new JsonObject { ["id"] = id })]);
        return activity;
    }

    private static JsonObject TeamData(string team, string? chosen) =>
        new()
        {
            ["tenant"] = new JsonObject { ["id"] = BotIdentities.Tenant },
            ["team"] = new JsonObject { ["id"] = team, ["name"] = "Hartwood" },
            ["settings"] = chosen is null ? null : new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = chosen } },
        };
}
