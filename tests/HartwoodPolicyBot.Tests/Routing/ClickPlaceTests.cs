using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.ManagerQuestions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Routing;

/// <summary>
/// A click says which message it was made in, and anybody can write that. So a click replaces only a message that has its button.
/// </summary>
public sealed class ClickPlaceTests
{
    private const string Owen = "33333333-cccc-4000-8000-000000000001";

    [Fact]
    public async Task No_verb_of_another_card_replaces_a_card_that_was_delivered()
    {
        await using var practice = await PracticeAsync();
        var cards = await DeliveredAsync(practice);
        var verbs = Verbs(practice).ToList();
        Assert.Equal(["incident", "question", "speak-up-incident"], cards.Select(card => card.Kind).Order(StringComparer.Ordinal));
        Assert.True(verbs.Count > 50);
        string[] ids = [.. cards.Select(IdOn), Guid.NewGuid().ToString(), "1"];
        var sent = 0;

        foreach (var (card, verb, id) in from card in cards from verb in verbs from id in ids select (card, verb, id))
        {
            if (Owns(verb, id, card))
            {
                continue;
            }

            foreach (var isInvoke in new[] { false, true })
            {
                var chat = At(practice, card, $"{++sent}");
                var click = Click(chat, verb.Verb, id, card.ActivityId!, isInvoke);

                await practice.Bot.Time.RunAsync(chat.SendAsync(click));

                var what = $"{verb.Verb} {id} on {card.Kind}, invoke: {isInvoke}";
                Assert.False(IsReplaced(chat), what);
                Assert.False(IsEdited(practice, click, card), what);
            }
        }

        Assert.True(sent > 1000);
    }

    [Theory]
    [InlineData("incident", "incident-acknowledge")]
    [InlineData("incident", "incident-form")]
    [InlineData("speak-up-incident", "incident-take-on")]
    [InlineData("question", "question")]
    [InlineData("question", "question-send")]
    public async Task A_delivered_card_is_replaced_by_its_own_buttons(string kind, string verb)
    {
        await using var practice = await PracticeAsync();
        var card = (await DeliveredAsync(practice)).Single(card => card.Kind == kind);
        var (older, newer) = (At(practice, card, "1"), At(practice, card, "2"));
        var submit = Click(older, verb, IdOn(card), card.ActivityId!, isInvoke: false);

        await practice.Bot.Time.RunAsync(older.SendAsync(submit));
        await practice.Bot.Time.RunAsync(newer.SendAsync(Click(newer, verb, IdOn(card), card.ActivityId!, isInvoke: true)));

        Assert.True(IsEdited(practice, submit, card));
        Assert.True(IsReplaced(newer));
    }

    [Theory]
    [InlineData("channel")]
    [InlineData("groupChat")]
    [InlineData(null)]
    public async Task A_message_with_data_edits_nothing_where_others_read_too(string? kind)
    {
        await using var practice = await Practice.OpenAsync();
        var chat = practice.Bot.Chat(kind);
        var list = await practice.Bot.Chat().SayAsync("policy");
        var click = Click(chat, "browse", "social-media", "somebody-elses-answer", isInvoke: false);
        Assert.NotEmpty(list.Buttons);

        await chat.SendAsync(click);

        Assert.DoesNotContain(practice.Bot.Teams.Requests, request => request.Method == "PUT");
        Assert.Single(chat.Sent);
    }

    [Fact]
    public async Task In_a_private_chat_an_older_client_still_edits_the_card()
    {
        await using var practice = await Practice.OpenAsync();
        var chat = practice.Personal(Practice.ManagerId);
        var list = await chat.SayAsync("answers");

        var edited = await chat.SubmitAsync(list.Button("Write new answer"), "sent-1");

        Assert.Equal("PUT", edited.Request!.Method);
    }

    private static Task<Practice> PracticeAsync() =>
        Practice.OpenAsync(settings: [("Incidents:SpeakUpPerson", Owen), ("Bot:MessagesPerMinute", "6000"), ("Bot:Burst", "6000")]);

    /// <summary>Has one card of each kind delivered that is kept up to date, and returns where they are.</summary>
    private static async Task<List<PlannedDelivery>> DeliveredAsync(Practice practice)
    {
        await practice.Personal(Owen).SayAsync("hello");
        await Practice.ReportAsync(practice.Bot.Chat());
        await Practice.ReportAsync(practice.Bot.Chat(), ("aboutManager", "true"));
        await ManagerQuestionTestHost.AskAsync(practice.Bot.Chat());
        await practice.DeliveredAsync();
        string[] kinds = [IncidentDeliveryKinds.Card, IncidentDeliveryKinds.SpeakUpCard, ManagerQuestionDeliveryKinds.Card];
        return await practice.Bot.ReadAsync(database => database.Deliveries.Where(row => kinds.Contains(row.Kind)).ToListAsync());
    }

    private static IEnumerable<CardVerb> Verbs(Practice practice) =>
        practice.Bot.Services.GetServices<IConversation>().SelectMany(conversation => conversation.Verbs);

    private static string IdOn(PlannedDelivery card) =>
        card.Kind == ManagerQuestionDeliveryKinds.Card ? $"{card.Subject}" : $"{card.Subject}.1";

    /// <summary>Says whether this is a button of the card, about the same thing.</summary>
    private static bool Owns(CardVerb verb, string id, PlannedDelivery card) =>
        verb.Card?.KeyOf(HartwoodPolicyBot.Teams.Cards.CardClick.Of(JsonSerializer.SerializeToElement(new { verb = verb.Verb, id })))
        == card.Key;

    /// <summary>Returns whoever may do most with the card, in its conversation. The thread differs, so that nobody has to wait.</summary>
    private static Chat At(Practice practice, PlannedDelivery card, string thread) =>
        card.Kind == IncidentDeliveryKinds.SpeakUpCard
            ? practice.Personal(Owen)
            : practice.InChannel(Practice.ManagerId, $"{Practice.ChannelId};messageid={thread}");

    private static JsonObject Click(Chat chat, string verb, string id, string card, bool isInvoke)
    {
        var click = chat.Activity(isInvoke ? "invoke" : "message");
        click["replyToId"] = card;
        click["name"] = isInvoke ? "adaptiveCard/action" : null;
        var data = new JsonObject { ["verb"] = verb, ["id"] = id };
        click["value"] = isInvoke
            ? new JsonObject
            {
                ["action"] = new JsonObject { ["verb"] = verb, ["data"] = data },
            }
            : data;
        return click;
    }

    /// <summary>Says whether the answer to the last invoke is a card, with which Teams replaces the clicked one.</summary>
    private static bool IsReplaced(Chat chat) =>
        chat.Body.ValueKind == JsonValueKind.Object
        && chat.Body.GetProperty("type").GetString() == "application/vnd.microsoft.card.adaptive";

    /// <summary>Says whether the turn itself edited the card. The outbox also edits it, whenever its subject changes.</summary>
    private static bool IsEdited(Practice practice, JsonObject click, PlannedDelivery card) =>
        practice.Bot.Teams.Requests.Any(request =>
            request.Method == "PUT"
            && request.Path.EndsWith($"/activities/{card.ActivityId}", StringComparison.Ordinal)
            && request.Body.TryGetProperty("replyToId", out var answered)
            && answered.GetString() == click["id"]!.ToString()
        );
}
