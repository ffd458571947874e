using System.Text.Json;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>Those who get reports about the practice manager have a list of them, and hear of one that did not arrive.</summary>
public sealed class SpeakUpListTests
{
    private const string Owen = "33333333-cccc-4000-8000-000000000001";
    private const string Quiet = "19:quiet@thread.tacv2";
    private const string Refused =
        "Sorry, only the people who get reports about the practice manager can see them, in the place where they get them.";

    [Fact]
    public async Task Who_gets_reports_about_the_practice_manager_is_told_so_when_they_add_the_bot()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));
        const string Says = "I'll send you reports about the practice manager or a deputy, here in this chat. Only you can see them.";

        var owen = await InstalledAsync(practice.Personal(Owen));
        var manager = await InstalledAsync(practice.Personal(Practice.ManagerId));

        Assert.Contains(Says, owen.Texts);
        Assert.Contains("See these reports", owen.Buttons);
        Assert.DoesNotContain(Says, manager.Texts);

        static async Task<Reply> InstalledAsync(Chat chat)
        {
            var installed = chat.Activity("installationUpdate");
            installed["action"] = "add";
            await chat.SendAsync(installed);
            return new(chat.Sent[^1].Body, chat.Sent[^1]);
        }
    }

    [Fact]
    public async Task The_list_shows_each_report_and_opens_it_where_it_can_be_worked_on()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));
        var owen = practice.Personal(Owen);
        await owen.SayAsync("hello");
        var reference = Practice.ReferenceOn(await Practice.ReportAsync(practice.Bot.Chat(), ("aboutManager", "true")));
        await Practice.ReportAsync(practice.Bot.Chat());
        await practice.DeliveredAsync();

        var list = await owen.SayAsync("speak up reports");
        var row = list.Buttons[0];
        var card = (await owen.ExecuteAsync(list.Button(row))).Card;
        await owen.ExecuteAsync(CardReader.Button(card, "Deal with this"));

        Assert.Equal([$"{reference}, Image of the workplace: New", "Show help"], list.Buttons);
        Assert.Contains("This report is about the practice manager or a deputy. Only you can see it.", CardReader.Texts(card));
        Assert.Equal(
            IncidentState.UnderReview,
            (await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync(one => one.Reference == reference))).State
        );
        CardRules.Hold(list.Card);
        Approved.Card("speak-up-list", list.Card);
        Approved.Card("speak-up-incident", card);
    }

    [Fact]
    public async Task Nobody_else_sees_the_list_and_the_person_sees_it_in_their_own_chat_only()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));
        await practice.Personal(Owen).SayAsync("hello");
        await Practice.ReportAsync(practice.Bot.Chat(), ("aboutManager", "true"));

        Chat[] others = [practice.Personal(Practice.ManagerId), practice.Bot.Chat(), practice.InChannel(Owen), practice.Channel];
        foreach (var chat in others)
        {
            var said = await chat.MentionAsync("speak up reports");
            await chat.ExecuteAsync(Button("speak-up-list"));

            Assert.Contains(Refused, said.Texts);
            Assert.Equal(403, chat.Body.GetProperty("statusCode").GetInt32());
            await chat.ExecuteAsync(Button("speak-up-send-again"));
            Assert.Equal(403, chat.Body.GetProperty("statusCode").GetInt32());
        }
    }

    [Fact]
    public async Task In_a_channel_for_such_reports_its_members_see_the_list_but_no_practice_manager()
    {
        await using var practice = await Practice.OpenAsync(withChannel: false, ("Incidents:SpeakUpChannel", Quiet));
        var reference = Practice.ReferenceOn(await Practice.ReportAsync(practice.Bot.Chat(), ("aboutManager", "true")));
        await practice.DeliveredAsync();

        var list = await practice.InChannel(Owen, Quiet).MentionAsync("speak up reports");
        var refused = await practice.InChannel(Practice.ManagerId, Quiet).MentionAsync("speak up reports");

        Assert.StartsWith(reference, list.Buttons[0], StringComparison.Ordinal);
        Assert.Contains("Only the people in this channel can see them.", list.Texts);
        Assert.Contains(Refused, refused.Texts);
    }

    [Fact]
    public async Task A_report_that_could_not_be_delivered_is_told_to_its_handler_worked_on_from_the_list_and_sent_again()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));
        var owen = practice.Personal(Owen);
        await owen.SayAsync("hello");
        practice.Bot.Teams.Answer = (request, _) =>
            request.Path.Contains(owen.Conversation, StringComparison.Ordinal)
            && request.Body.GetRawText().Contains("incident-acknowledge", StringComparison.Ordinal)
                ? Results.BadRequest()
                : null;
        await Practice.ReportAsync(practice.Bot.Chat(), ("aboutManager", "true"));
        await practice.DeliveredAsync();

        await practice.Bot.Services.GetRequiredService<UndeliveredSpeakUpReports>().TellHandlersAsync(default);
        await practice.DeliveredAsync();
        await practice.Bot.Services.GetRequiredService<UndeliveredSpeakUpReports>().TellHandlersAsync(default);
        await practice.DeliveredAsync();
        var told = Assert.Single(owen.Sent, sent => sent.Body.GetRawText().Contains("hasn't reached you", StringComparison.Ordinal));
        practice.Bot.Teams.Answer = (_, _) => null;

        var list = await owen.ExecuteAsync(CardReader.Button(Practice.CardOf(told), "See these reports"));
        var card = (await owen.ExecuteAsync(list.Button(list.Buttons[0]))).Card;
        await owen.ExecuteAsync(CardReader.Button(card, "Acknowledge"));
        Assert.Equal(IncidentState.Acknowledged, (await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync())).State);

        await practice.DeliveredAsync();
        Assert.Equal(
            0,
            await practice.Bot.ReadAsync(database =>
                database.Deliveries.CountAsync(row => row.Kind == IncidentDeliveryKinds.SpeakUpCard && row.State != DeliveryState.Sent)
            )
        );
        Approved.Card("speak-up-undelivered-notice", Practice.CardOf(told));
    }

    [Fact]
    public async Task Its_handler_sends_again_what_was_given_up()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));
        var owen = practice.Personal(Owen);
        await owen.SayAsync("hello");
        practice.Bot.Teams.Answer = (request, _) =>
            request.Path.Contains(owen.Conversation, StringComparison.Ordinal)
            && request.Body.GetRawText().Contains("incident-acknowledge", StringComparison.Ordinal)
                ? Results.BadRequest()
                : null;
        await Practice.ReportAsync(practice.Bot.Chat(), ("aboutManager", "true"));
        await practice.DeliveredAsync();
        practice.Bot.Teams.Answer = (_, _) => null;

        var list = await owen.SayAsync("speak up reports");
        var said = await owen.ExecuteAsync(list.Button("Send again"));
        await practice.DeliveredAsync();

        Assert.EndsWith("not delivered", list.Buttons[0], StringComparison.Ordinal);
        Assert.Contains("Trying again: 1 report.", said.Texts);
        Assert.DoesNotContain("Send again", (await owen.SayAsync("speak up reports")).Buttons);
    }

    [Fact]
    public async Task The_form_says_at_the_top_whom_to_go_to_only_where_nobody_else_gets_such_a_report()
    {
        await using var without = await Practice.OpenAsync(settings: ("Incidents:SpeakUpInstead", "Dr Hughes"));
        await using var with = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));

        const string Sentence =
            "If it's about the practice manager or a deputy, I have no one else to send it to. Please speak to Dr Hughes instead.";
        Assert.Contains(Sentence, (await without.Bot.Chat().SayAsync("report")).Texts);
        Assert.DoesNotContain(
            (await with.Bot.Chat().SayAsync("report")).Texts,
            text => text.Contains("no one else", StringComparison.Ordinal)
        );
    }

    private static JsonElement Button(string verb) => JsonSerializer.SerializeToElement(new { verb, data = new { verb } });
}
