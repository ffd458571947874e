using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>The incident card survives a lost, changed or new channel.</summary>
public sealed class ChannelCardTests
{
    private static readonly (string, string) ConfiguredChannel = ("Incidents:Channel", Practice.ChannelId);

    [Fact]
    public async Task A_deleted_card_is_posted_again_with_its_present_state()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
        var card = await practice.CardAsync("INC-2026-0001");
        practice.Bot.Teams.Answer = (request, _) => request.Method == "PUT" ? Results.NotFound() : null;

        await practice.Channel.ExecuteAsync(CardReader.Button(card, "Acknowledge"));
        var sent = await practice.CardsAsync("INC-2026-0001", 3);

        Assert.Equal(["POST", "PUT", "POST"], sent.Select(request => request.Method));
        Assert.Contains("Acknowledged", sent[^1].Body.GetProperty("activity").GetProperty("summary").GetString(), StringComparison.Ordinal);

        // The bot edits the new card, and people can click on it.
        practice.Bot.Teams.Answer = (_, _) => null;
        await practice.Channel.ExecuteAsync(CardReader.Button(Practice.CardOf(sent[^1]), "Deal with this"));
        var edit = (await practice.CardsAsync("INC-2026-0001", 4))[^1];
        var row = await practice.Bot.ReadAsync(database =>
            database.Deliveries.SingleAsync(delivery => delivery.Place == Recipient.IncidentsChannel)
        );
        Assert.EndsWith($"/activities/{row.ActivityId}", edit.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_says_that_the_bot_was_removed_from_the_team_and_it_posts_when_the_channel_is_chosen_again()
    {
        await using var practice = await Practice.OpenAsync();
        await RefusedAsync(practice);

        var status = await practice.Personal(Practice.ManagerId).SayAsync("status");
        Assert.Contains(status.Texts, text => text.Contains("I was removed from its team", StringComparison.Ordinal));
        using (var health = await practice.Bot.Http.GetAsync("/health/ready"))
        {
            Assert.Equal("Degraded", await health.Content.ReadAsStringAsync());
        }

        practice.Bot.Teams.Answer = (_, _) => null;
        await practice.Channel.MentionAsync("use this channel");
        await practice.CardsAsync("INC-2026-0001");
        await practice.CardsAsync("INC-2026-0002");
    }

    [Theory]
    [InlineData("chosen")]
    [InlineData("configured")]
    public async Task Deliveries_that_waited_are_posted_when_the_bot_is_added_to_the_team_again(string how)
    {
        await using var practice =
            how == "chosen" ? await Practice.OpenAsync() : await Practice.OpenAsync(withChannel: false, ConfiguredChannel);
        await RefusedAsync(practice);
        var status = await practice.Personal(Practice.ManagerId).SayAsync("status");
        Assert.Equal(how == "chosen", status.Texts.Any(text => text.Contains("use this channel", StringComparison.Ordinal)));

        practice.Bot.Teams.Answer = (_, _) => null;
        var added = practice.Channel.Activity("installationUpdate");
        added["action"] = "add";
        added["channelData"]!["team"] = new JsonObject { ["id"] = "19:team@thread.tacv2" };
        await practice.Channel.SendAsync(added);

        await practice.CardsAsync("INC-2026-0001");
        await practice.CardsAsync("INC-2026-0002");
    }

    [Fact]
    public async Task Deliveries_that_waited_for_a_configured_channel_are_posted_when_a_manager_asks_there()
    {
        await using var practice = await Practice.OpenAsync(withChannel: false, ConfiguredChannel);
        await RefusedAsync(practice);

        practice.Bot.Teams.Answer = (_, _) => null;
        Assert.Contains(
            "fixed in my settings",
            (await practice.Channel.MentionAsync("use this channel")).Texts[0],
            StringComparison.Ordinal
        );

        await practice.CardsAsync("INC-2026-0001");
        await practice.CardsAsync("INC-2026-0002");
    }

    [Fact]
    public async Task Deliveries_that_waited_are_posted_after_a_start_with_a_configured_channel()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        (string, string) storage = ("Storage:ConnectionString", database.ConnectionString);
        await using (var practice = await Practice.OpenAsync(withChannel: false, storage))
        {
            await Practice.ReportAsync(practice.Bot.Chat());
            await practice.DeliveredAsync();
        }

        await using var again = await Practice.OpenAsync(withChannel: false, storage, ConfiguredChannel);
        await again.CardsAsync("INC-2026-0001");
    }

    [Fact]
    public async Task A_client_without_Action_Execute_gets_the_receipt_as_an_edit_of_the_form()
    {
        await using var practice = await Practice.OpenAsync();
        var chat = practice.Bot.Chat();
        var form = await chat.SayAsync("report");
        var data = JsonNode.Parse(form.Button("Check report").GetProperty("fallback").GetProperty("data").GetRawText())!.AsObject();
        foreach (var (field, answer) in Practice.Filled())
        {
            data[field] = answer?.DeepClone();
        }

        var review = await SubmitAsync(data);
        var receipt = await SubmitAsync(
            JsonNode.Parse(review.Button("Send report").GetProperty("fallback").GetProperty("data").GetRawText())!
        );

        Assert.Equal("PUT", review.Request!.Method);
        Assert.EndsWith("/activities/form-1", review.Request.Path, StringComparison.Ordinal);
        Assert.Equal("PUT", receipt.Request!.Method);
        Assert.EndsWith("/activities/form-1", receipt.Request.Path, StringComparison.Ordinal);
        Assert.Equal("INC-2026-0001", Practice.ReferenceOn(receipt.Card));

        async Task<Reply> SubmitAsync(JsonNode value)
        {
            var activity = chat.Activity("message");
            activity["value"] = value;
            activity["replyToId"] = "form-1";
            return await chat.SendAsync(activity);
        }
    }

    [Fact]
    public async Task A_report_is_posted_in_the_channel_without_waiting_for_a_timer()
    {
        await using var practice = await Practice.OpenAsync();
        var now = practice.Bot.Time.GetUtcNow();

        var reference = Practice.ReferenceOn(await Practice.ReportAsync(practice.Bot.Chat()));
        await practice.Bot.Teams.ArrivedAsync(request =>
            request.Path == "/v3/conversations" && request.Body.ToString().Contains($"{reference}: ", StringComparison.Ordinal)
        );

        Assert.Equal(now, practice.Bot.Time.GetUtcNow());
    }

    /// <summary>Makes two reports while Teams refuses posts: the second is not even tried.</summary>
    private static async Task RefusedAsync(Practice practice)
    {
        practice.Bot.Teams.Answer = (request, _) =>
            request.Path == "/v3/conversations"
                ? Results.Json(
                    new { error = new { code = "BotNotInConversationRoster", message = "" } },
                    statusCode: StatusCodes.Status403Forbidden
                )
                : null;
        await Practice.ReportAsync(practice.Bot.Chat());
        await practice.DeliveredAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
    }
}
