using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Channels;

/// <summary>The practice manager moves the channel, and the bot loses the former channel or the present one.</summary>
public sealed class MovedChannelTests
{
    private const string New = "19:new@thread.tacv2";

    [Theory]
    [InlineData(StatusCodes.Status403Forbidden)]
    [InlineData(StatusCodes.Status404NotFound)]
    public async Task A_channel_that_the_bot_has_lost_does_not_hold_up_the_newly_chosen_one(int answer)
    {
        await using var practice = await Practice.OpenAsync();
        var priya = practice.Bot.Chat();
        await Practice.ReportAsync(priya);
        var card = await practice.CardAsync("INC-2026-0001");
        await practice.InChannel(Practice.ManagerId, New).MentionAsync("use this channel");
        await practice.DeliveredAsync();
        Lose(practice, Practice.ChannelId, answer);

        await practice.Channel.ExecuteAsync(CardReader.Button(card, "Acknowledge"));
        await practice.DeliveredAsync();
        await Practice.ReportAsync(priya);
        await practice.DeliveredAsync();

        Assert.Equal(["INC-2026-0001", "INC-2026-0002"], Posts(practice, New));
        await practice
            .InChannel(Practice.ManagerId, New)
            .ExecuteAsync(CardReader.Button(await practice.CardAsync("INC-2026-0001"), "Deal with this"));
        Assert.Equal(3, await practice.Bot.ReadAsync(database => database.Incidents.MaxAsync(incident => incident.Version)));
    }

    [Theory]
    [InlineData(StatusCodes.Status403Forbidden)]
    [InlineData(StatusCodes.Status404NotFound)]
    public async Task Open_incidents_of_a_lost_channel_are_posted_again_in_the_newly_chosen_one(int answer)
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
        await practice.CardAsync("INC-2026-0001");
        Lose(practice, Practice.ChannelId, answer);

        await practice.InChannel(Practice.ManagerId, New).MentionAsync("use this channel");
        await practice.DeliveredAsync();

        Assert.Equal(["INC-2026-0001"], Posts(practice, New));
    }

    [Fact]
    public async Task Open_incidents_stay_in_the_old_channel_while_the_bot_can_edit_them_there()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
        await practice.CardAsync("INC-2026-0001");

        await practice.InChannel(Practice.ManagerId, New).MentionAsync("use this channel");
        await practice.DeliveredAsync();

        Assert.Empty(Posts(practice, New));
    }

    [Fact]
    public async Task A_reminder_whose_thread_is_gone_is_posted_under_a_new_copy_of_its_card()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat(), ("patient", "Yes"));
        await practice.CardAsync("INC-2026-0001");
        practice.Bot.Teams.Answer = (request, _) =>
            request.Path.Contains("messageid=", StringComparison.Ordinal) && practice.Bot.Teams.Requests.Count(Post) == 1
                ? Results.NotFound()
                : null;

        practice.Bot.Time.Advance(TimeSpan.FromHours(25));
        await practice.Bot.Services.GetRequiredService<IncidentClocks>().PlanDueAsync(default);
        practice.Bot.Services.GetRequiredService<Outbox>().Wake();
        await practice.DeliveredAsync();

        Assert.Equal(["INC-2026-0001", "INC-2026-0001"], Posts(practice, Practice.ChannelId));
        var reminder = practice.Bot.Teams.Requests.Last(request => request.Path.Contains("messageid=", StringComparison.Ordinal));
        var card = await practice.Bot.ReadAsync(database => database.Deliveries.SingleAsync(row => row.Kind == IncidentDeliveryKinds.Card));
        Assert.Contains(card.ConversationId!, Uri.UnescapeDataString(reminder.Path), StringComparison.Ordinal);
        Assert.True(
            await practice.Bot.ReadAsync(database =>
                database.Deliveries.AllAsync(row => row.Place != Recipient.IncidentsChannel || row.State == DeliveryState.Sent)
            )
        );
    }

    [Fact]
    public async Task A_thread_that_keeps_disappearing_is_given_up_instead_of_posted_again_and_again()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat(), ("patient", "Yes"));
        await practice.CardAsync("INC-2026-0001");
        practice.Bot.Teams.Answer = (request, _) =>
            request.Path.Contains("messageid=", StringComparison.Ordinal) ? Results.NotFound() : null;

        practice.Bot.Time.Advance(TimeSpan.FromHours(25));
        await practice.Bot.Services.GetRequiredService<IncidentClocks>().PlanDueAsync(default);
        practice.Bot.Services.GetRequiredService<Outbox>().Wake();
        await practice.DeliveredAsync();

        var reminders = await practice.Bot.ReadAsync(database =>
            database.Deliveries.Where(row => row.Kind == IncidentDeliveryKinds.Reminder).ToListAsync()
        );
        Assert.All(reminders, row => Assert.Equal(DeliveryState.GivenUp, row.State));
        Assert.Equal(1 + reminders.Count, Posts(practice, Practice.ChannelId).Count);
    }

    [Theory]
    [InlineData(StatusCodes.Status403Forbidden)]
    [InlineData(StatusCodes.Status404NotFound)]
    public async Task Managers_hear_once_a_working_day_that_the_channel_takes_no_posts_and_the_next_channel_gets_them_all(int answer)
    {
        await using var practice = await Practice.OpenAsync();
        var manager = practice.Personal(Practice.ManagerId);
        await manager.SayAsync("hello");
        Lose(practice, Practice.ChannelId, answer);
        for (var reports = 0; reports < 3; reports++)
        {
            await Practice.ReportAsync(practice.Bot.Chat());
        }

        await RefusedAsync(practice);
        Assert.Equal(0, await NoticesAsync(practice));
        Assert.Single(Told(manager));
        practice.Bot.Time.Advance(TimeSpan.FromDays(1));

        // The channel is tried again that day as well, so a refusal may have planned the notices first.
        await NoticesAsync(practice);
        Assert.Equal(4, await NoticesOfBothManagersAsync(practice));
        var told = Told(manager);
        Assert.Equal(2, told.Count);
        Assert.Contains(
            CardReader.Texts(Practice.CardOf(told[^1])),
            text => text.StartsWith("Teams won't let me post in the incidents channel. ", StringComparison.Ordinal)
        );
        Assert.Contains("Messages waiting for the channel: 3", CardReader.Texts(Practice.CardOf(told[^1])));
        CardRules.Hold(Practice.CardOf(told[^1]));
        Approved.Card("channel-refused", Practice.CardOf(told[^1]));

        await practice.InChannel(Practice.ManagerId, New).MentionAsync("use this channel");
        await practice.DeliveredAsync();
        Assert.Equal(["INC-2026-0001", "INC-2026-0002", "INC-2026-0003"], Posts(practice, New).Order(StringComparer.Ordinal));
        practice.Bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await NoticesAsync(practice));
    }

    [Fact]
    public async Task A_delivery_given_up_while_no_manager_could_be_told_is_reported_on_the_next_working_day()
    {
        await using var practice = await Practice.OpenAsync();
        var manager = practice.Personal(Practice.ManagerId);
        await manager.SayAsync("hello");
        await practice.Bot.ReadAsync(database =>
        {
            var row = practice
                .Bot.Services.GetRequiredService<Outbox>()
                .Plan("lost", IncidentDeliveryKinds.Told, Guid.NewGuid(), 0, Recipient.Person(PersonId.Of("priya")), 0);
            row.State = DeliveryState.GivenUp;
            database.Deliveries.Add(row);
            return database.SaveChangesAsync();
        });

        Assert.Equal(2, await NoticesAsync(practice));
        Assert.Equal(0, await NoticesAsync(practice));
        practice.Bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, await NoticesAsync(practice));
        Assert.Equal(2, Told(manager).Count);
    }

    private static bool Post(TeamsRequest request) => request.Path == "/v3/conversations";

    /// <summary>Returns which incidents were posted in a channel, in the order of posting.</summary>
    private static List<string> Posts(Practice practice, string channel) =>
        [
            .. practice
                .Bot.Teams.Requests.Where(Post)
                .Where(request => request.Body.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString() == channel)
                .Select(request => request.Body.GetProperty("activity").GetProperty("summary").GetString()!.Split(':')[0]),
        ];

    private static List<TeamsRequest> Told(Chat manager) =>
        [.. manager.Sent.Where(sent => sent.Body.GetRawText().Contains("\"Not delivered\"", StringComparison.Ordinal))];

    /// <summary>Waits until the channel has refused something, and whoever is to hear of it was told.</summary>
    private static async Task RefusedAsync(Practice practice)
    {
        var until = TimeProvider.System.GetTimestamp();
        while (
            !await practice.Bot.ReadAsync(database =>
                database.Deliveries.AnyAsync(row => row.Place == Recipient.IncidentsChannel && row.State == DeliveryState.Stopped)
            )
        )
        {
            Assert.True(TimeProvider.System.GetElapsedTime(until) < TimeSpan.FromSeconds(60), "Not refused in time.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }

        await practice.DeliveredAsync(but: Recipient.IncidentsChannel);
    }

    private static Task<int> NoticesOfBothManagersAsync(Practice practice) =>
        practice.Bot.ReadAsync(database => database.Deliveries.CountAsync(row => row.Kind == DeliveryNotices.Kind));

    /// <summary>Sends the day's notices and returns how many are new.</summary>
    private static async Task<int> NoticesAsync(Practice practice)
    {
        var planned = await practice.Bot.Services.GetRequiredService<DeliveryNotices>().PlanDueAsync(default);
        await practice.DeliveredAsync(but: Recipient.IncidentsChannel);
        return planned;
    }

    private static void Lose(Practice practice, string channel, int answer) =>
        practice.Bot.Teams.Answer = (request, _) =>
            request.Path.Contains(channel, StringComparison.Ordinal)
            || (Post(request) && request.Body.GetRawText().Contains(channel, StringComparison.Ordinal))
                ? Results.StatusCode(answer)
                : null;
}
