using System.Text.Json;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>While there is no channel, reports are dealt with in the practice managers' own chats, and nothing else is promised.</summary>
public sealed class ReportsWithoutChannelTests
{
    private const string Reference = "INC-2026-0001";

    [Fact]
    public async Task The_whole_report_goes_to_each_practice_managers_chat_and_is_dealt_with_there()
    {
        await using var practice = await Practice.OpenAsync(withChannel: false);
        var (first, second) = await ManagersAsync(practice);

        var receipt = await Practice.ReportAsync(practice.Bot.Chat());
        await practice.DeliveredAsync();

        Assert.Contains(CardReader.Texts(receipt), text => text.Contains("own chat", StringComparison.Ordinal));
        Assert.All(
            new[] { Latest(practice, first), Latest(practice, second) },
            card => Assert.Contains("A photo of the reception desk is on Instagram.", CardReader.Texts(card))
        );
        await first.FillAsync(CardReader.Button(Latest(practice, first), "Acknowledge"));
        await practice.DeliveredAsync();
        Assert.Equal(IncidentState.Acknowledged, (await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync())).State);
        Assert.Contains(CardReader.Texts(Latest(practice, second)), text => text.StartsWith("Acknowledged.", StringComparison.Ordinal));
        Assert.DoesNotContain(practice.Bot.Teams.Requests, request => request.Path == "/v3/conversations");
    }

    [Fact]
    public async Task A_channel_that_is_chosen_later_gets_the_report_and_the_chats_say_so()
    {
        await using var practice = await Practice.OpenAsync(withChannel: false);
        var (first, second) = await ManagersAsync(practice);
        await Practice.ReportAsync(practice.Bot.Chat());
        await practice.DeliveredAsync();

        await practice.Channel.MentionAsync("use this channel");
        await practice.CardsAsync(Reference);

        Assert.All(
            new[] { Latest(practice, first), Latest(practice, second) },
            card => Assert.Contains("This is in the incidents channel too. You can deal with it here or there.", CardReader.Texts(card))
        );
        await second.FillAsync(CardReader.Button(Latest(practice, second), "Acknowledge"));
        Assert.Contains(
            CardReader.Texts(Practice.CardOf((await practice.CardsAsync(Reference, 2))[^1])),
            text => text.StartsWith("Acknowledged.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_practice_manager_who_adds_the_bot_after_the_channel_was_chosen_gets_no_card_of_their_own()
    {
        await using var practice = await Practice.OpenAsync(withChannel: false);
        var manager = practice.Personal(Practice.ManagerId);
        var receipt = await Practice.ReportAsync(practice.Bot.Chat());
        await practice.DeliveredAsync();
        Assert.Contains(
            CardReader.Texts(receipt),
            text => text.Contains("I can't reach the practice manager yet", StringComparison.Ordinal)
        );

        await practice.Channel.MentionAsync("use this channel");
        await practice.CardsAsync(Reference);
        await manager.SayAsync("hello");
        await practice.DeliveredAsync();

        Assert.DoesNotContain(manager.Sent, sent => sent.Body.GetRawText().Contains(Reference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reminders_go_to_the_chats_and_are_not_repeated_in_a_channel_that_is_chosen_later()
    {
        await using var practice = await Practice.OpenAsync(withChannel: false);
        var (first, _) = await ManagersAsync(practice);
        await Practice.ReportAsync(practice.Bot.Chat());
        await practice.DeliveredAsync();
        practice.Bot.Time.Advance(TimeSpan.FromDays(3));
        var clocks = practice.Bot.Services.GetRequiredService<IncidentClocks>();

        await clocks.PlanDueAsync(default);
        await practice.DeliveredAsync();
        Assert.Single(first.Sent, IsReminder);
        await practice.Channel.MentionAsync("use this channel");
        await clocks.PlanDueAsync(default);
        await practice.CardsAsync(Reference);

        Assert.Equal(2, practice.Bot.Teams.Requests.Count(IsReminder));

        static bool IsReminder(TeamsRequest request) =>
            request.Body.ValueKind == JsonValueKind.Object
            && request.Body.GetRawText().Contains($"{Reference}: not looked at yet", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_no_practice_manager_any_more_gets_nothing_and_changes_nothing()
    {
        await using var practice = await Practice.OpenAsync(withChannel: false);
        var (first, _) = await ManagersAsync(practice);
        await Practice.ReportAsync(practice.Bot.Chat());
        await practice.DeliveredAsync();

        var stranger = practice.Personal("22222222-bbbb-4000-8000-000000000001");
        await stranger.SayAsync("hello");
        await stranger.ExecuteAsync(CardReader.Button(Latest(practice, first), "Acknowledge"));

        Assert.Equal(403, stranger.Body.GetProperty("statusCode").GetInt32());
        Assert.Equal(1, (await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync())).Version);
    }

    private static async Task<(Chat First, Chat Second)> ManagersAsync(Practice practice)
    {
        var (first, second) = (practice.Personal(Practice.ManagerId), practice.Personal(Practice.SecondId));
        await first.SayAsync("hello");
        await second.SayAsync("hello");
        return (first, second);
    }

    /// <summary>Returns the incident's card in a chat as it was posted or edited last.</summary>
    private static JsonElement Latest(Practice practice, Chat chat) =>
        Practice.CardOf(
            practice.Bot.Teams.Requests.Last(request =>
                request.Method != "GET"
                && request.Path.Contains(chat.Conversation, StringComparison.Ordinal)
                && request.Body.GetRawText().Contains($"\"{Reference}: Image of the workplace\"", StringComparison.Ordinal)
            )
        );
}
