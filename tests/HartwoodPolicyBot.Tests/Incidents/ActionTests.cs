using System.Text.Json;
using System.Text.Json.Nodes;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Incidents;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>An action of an incident says who does it and by when, and the bot reminds of it once on that day.</summary>
public sealed class ActionTests
{
    private const string Reference = "INC-2026-0001";

    [Fact]
    public async Task An_action_is_shown_with_its_owner_and_day_on_the_card_in_the_form_and_in_the_timeline()
    {
        await using var practice = await Practice.OpenAsync();
        var form = await FormAsync(practice);

        var card = await practice.Channel.FillAsync(
            CardReader.Button(form, "Save actions"),
            Action("Ring the *photographer*", "Dawn <Hill>", "2026-12-01")
        );

        var day = CardReader.Texts(card).Single(text => text.StartsWith("To do: ", StringComparison.Ordinal));
        Assert.StartsWith("To do: Ring the *photographer* (Dawn <Hill>, by ", day, StringComparison.Ordinal);
        Assert.Contains("December 2026)", day, StringComparison.Ordinal);
        Assert.Contains(
            CardReader.Texts(card),
            text => text.Contains("Added: Ring the *photographer* (Dawn <Hill>, by ", StringComparison.Ordinal)
        );
        var again = await practice.Channel.FillAsync(CardReader.Button(card, "Update actions"));
        Assert.Contains("Dawn <Hill>, by ", Texts(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_of_a_withdrawn_report_is_not_to_be_done_any_longer()
    {
        await using var practice = await Practice.OpenAsync();
        var form = await FormAsync(practice);
        await practice.Channel.FillAsync(CardReader.Button(form, "Save actions"), Action("Ring her", "Dawn", "2026-12-01"));
        var incident = await practice.Bot.ReadAsync(database =>
            database.Incidents.Include(row => row.Actions).Include(row => row.Timeline).SingleAsync()
        );

        incident.State = IncidentState.Withdrawn;
        var message = IncidentCard.Message(incident, null, null);
        var card = JsonSerializer.SerializeToElement((AdaptiveCard)message.Attachments![0].Content!, TeamsJson.Wire.AdaptiveCard);

        Assert.Contains(CardReader.Texts(card), text => text.StartsWith("Not done: Ring her", StringComparison.Ordinal));
        Assert.DoesNotContain(CardReader.Texts(card), text => text.StartsWith("To do: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_action_is_reminded_of_once_on_its_morning_in_the_thread_of_its_card_and_not_once_it_is_done()
    {
        await using var practice = await Practice.OpenAsync();
        var form = await FormAsync(practice);
        var card = await practice.Channel.FillAsync(CardReader.Button(form, "Save actions"), Action("Ring her", "Dawn", "2026-11-24"));
        form = await practice.Channel.FillAsync(CardReader.Button(card, "Update actions"));
        card = await practice.Channel.FillAsync(CardReader.Button(form, "Save actions"), Action("Write to him", "", "2026-11-24"));
        form = await practice.Channel.FillAsync(CardReader.Button(card, "Update actions"));
        await practice.Channel.FillAsync(CardReader.Button(form, "Save actions"), new() { ["done"] = "2" });
        Assert.Equal(0, await RemindAsync(practice));

        practice.Bot.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await RemindAsync(practice));
        await practice.DeliveredAsync();
        var reminder = Reminders(practice).Single();
        CardRules.Hold(reminder);
        Approved.Card("action-due", reminder);
        var thread = practice.InChannel(Practice.ManagerId, $"{Practice.ChannelId};messageid=1");
        var opened = await thread.ExecuteAsync(CardReader.Button(reminder, "Open incident"));
        Assert.StartsWith($"{Reference}: ", opened.Texts[0], StringComparison.Ordinal);
        Assert.Contains("Update actions", opened.Buttons);
        practice.Bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await RemindAsync(practice));
    }

    [Theory]
    [InlineData("Ring her", "Dawn", "2026-11-22", "Please choose today or a later date, or leave it empty.")]
    [InlineData("Ring her", "Dawn", "soon", "Please choose today or a later date, or leave it empty.")]
    [InlineData("", "Dawn", "2026-12-01", "Please write a few words.")]
    public async Task What_is_wrong_with_an_action_is_said_and_what_was_typed_is_kept(string text, string owner, string due, string says)
    {
        await using var practice = await Practice.OpenAsync();
        var form = await FormAsync(practice);

        var again = await practice.Channel.FillAsync(CardReader.Button(form, "Save actions"), Action(text, owner, due));

        Assert.Contains(says, CardReader.Texts(again));
        Assert.Contains("\"value\":\"Dawn\"", again.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.Incidents.SelectMany(one => one.Actions).CountAsync()));
    }

    private static async Task<JsonElement> FormAsync(Practice practice)
    {
        await Practice.ReportAsync(practice.Bot.Chat());
        var working = await practice.Channel.FillAsync(CardReader.Button(await practice.CardAsync(Reference), "Deal with this"));
        return await practice.Channel.FillAsync(CardReader.Button(working, "Update actions"));
    }

    private static JsonObject Action(string text, string owner, string due) =>
        new()
        {
            ["text"] = text,
            ["owner"] = owner,
            ["due"] = due,
        };

    private static Task<int> RemindAsync(Practice practice) =>
        practice.Bot.Services.GetRequiredService<IncidentClocks>().PlanDueAsync(default);

    private static IEnumerable<JsonElement> Reminders(Practice practice) =>
        practice
            .Bot.Teams.Requests.Where(request =>
                request.Body.ValueKind == JsonValueKind.Object
                && request.Body.GetRawText().Contains("an action is due", StringComparison.Ordinal)
            )
            .Select(Practice.CardOf);

    private static string Texts(JsonElement card) =>
        string.Join(
            '\n',
            CardReader.Nodes(card).Where(node => node.TryGetProperty("title", out _)).Select(node => $"{node.GetProperty("title")}")
        );
}
