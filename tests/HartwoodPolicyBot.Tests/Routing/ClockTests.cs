using System.Net;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Authentication;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Routing;

/// <summary>Somebody sets the clock of the machine, back or forward: nobody waits, and nothing is done early or twice.</summary>
public sealed class ClockTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task Everybody_who_has_written_before_is_answered_when_the_clock_was_set_back()
    {
        await using var bot = await BotHost.StartAsync(("Bot:Burst", "20"));
        var chats = Enumerable.Range(0, 3).Select(_ => bot.Chat()).ToList();
        foreach (var chat in chats)
        {
            await bot.Time.RunAsync(chat.SayAsync("Can I share an image of my workplace?"));
        }

        bot.Time.SetClock(-Hour);

        foreach (var chat in chats)
        {
            var answer = await chat.SayAsync("and of a patient?");
            Assert.Equal(HttpStatusCode.OK, chat.Status);
            Assert.NotEmpty(answer.Cited);
        }
    }

    [Fact]
    public async Task What_was_said_long_ago_is_forgotten_although_the_clock_was_set_back()
    {
        await using var bot = await BotHost.StartAsync();
        var chat = bot.Chat();
        await chat.SayAsync("Can I share an image of my workplace?");
        var after = (await chat.SayAsync("and on linkedin?")).Texts;
        bot.Time.SetClock(-Hour);
        bot.Time.Advance(TimeSpan.FromMinutes(11));

        Assert.NotEqual(after, (await chat.SayAsync("and on linkedin?")).Texts);
    }

    [Fact]
    public async Task A_turn_that_is_sent_again_is_answered_once_although_the_clock_was_set_forward()
    {
        await using var bot = await BotHost.StartAsync();
        var chat = bot.Chat();
        var activity = chat.Activity("message");
        activity["text"] = "help";
        await chat.SendAsync(activity);
        foreach (var other in Enumerable.Range(0, 2))
        {
            bot.Time.SetClock(Day);
            await bot.Chat().SayAsync("help");
        }

        await chat.SendAsync(activity);

        Assert.Single(chat.Sent);
    }

    [Fact]
    public async Task A_new_key_is_accepted_and_an_old_one_refused_when_the_clock_was_set_back()
    {
        var bot = new AuthenticatedHost();
        await bot.InitializeAsync();
        (await bot.AskAsync(bot.Bearer())).AssertAnswered();
        bot.Time.SetClock(-Hour);
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        var next = FakeBotFramework.NewKey("next");
        bot.BotFramework.Publish(next);

        (await bot.AskAsync(FakeBotFramework.Bearer(FakeBotFramework.Claims(bot.ServiceUrl), next))).AssertAnswered();
        bot.BotFramework.Withdraw(bot.BotFramework.Key);
        bot.Time.Advance(Day);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.AskAsync(bot.Bearer())).Status);
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task A_clock_that_is_a_day_ahead_for_a_while_deletes_nothing_and_sends_nothing_twice()
    {
        await using var practice = await Practice.OpenAsync();
        var bot = practice.Bot;
        await bot.Time.RunAsync(practice.Personal("priya").SayAsync("Can I share an image of my workplace?"));
        await Practice.ReportAsync(practice.Personal("priya"));
        await practice.DeliveredAsync();
        var retention = bot.Services.GetRequiredService<Retention>();
        bot.Time.Advance(TimeSpan.FromDays(bot.Services.GetRequiredService<PrivacyOptions>().QuestionLogDays));
        await retention.RunDueAsync(default);
        var (sent, questions) = (bot.Teams.Requests.Count, await QuestionsAsync(bot));
        Assert.True(questions > 0);

        bot.Time.SetClock(Day);
        Assert.False(await retention.RunDueAsync(default));
        bot.Time.Advance(TimeSpan.FromMinutes(50));
        Assert.False(await retention.RunDueAsync(default));
        bot.Time.SetClock(-Day);
        Assert.False(await retention.RunDueAsync(default));
        await practice.DeliveredAsync();

        Assert.Equal((sent, questions), (bot.Teams.Requests.Count, await QuestionsAsync(bot)));
        bot.Time.Advance(Day + Hour);
        Assert.False(await QuestionsAsync(bot) == 0);
        Assert.True(await retention.RunDueAsync(default));
        Assert.Equal(0, await QuestionsAsync(bot));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(24)]
    public async Task What_waits_to_be_sent_arrives_once_and_is_not_given_up_when_the_clock_is_set(int hours)
    {
        await using var practice = await Practice.OpenAsync();
        var bot = practice.Bot;
        var isDown = true;
        bot.Teams.Answer = (request, _) =>
            isDown && request.Method != "GET" && !request.Path.Contains("/a:", StringComparison.Ordinal)
                ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
                : null;
        await Practice.ReportAsync(practice.Personal("priya"));
        var card = await FailedAsync(bot, 10);

        bot.Time.SetClock(TimeSpan.FromHours(hours));
        bot.Services.GetRequiredService<Outbox>().Wake();
        card = await FailedAsync(bot, card.Attempts + 1);
        Assert.Equal(DeliveryState.Waiting, card.State);
        Assert.True(card.DueAt - bot.Time.GetUtcNow() <= TimeSpan.FromMinutes(10));
        isDown = false;
        var before = bot.Teams.Requests.Count;
        bot.Time.SetClock(TimeSpan.FromHours(-hours));
        bot.Services.GetRequiredService<Outbox>().Wake();
        await practice.DeliveredAsync();

        Assert.Single(bot.Teams.Requests.Skip(before), request => request.Path == "/v3/conversations");
        Assert.Equal(
            DeliveryState.Sent,
            await bot.ReadAsync(database => database.Deliveries.Where(row => row.Id == card.Id).Select(row => row.State).SingleAsync())
        );
    }

    [Fact]
    public async Task A_lease_from_before_the_clock_was_set_back_does_not_keep_a_delivery_from_being_sent()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Delivery:Lease", "00:02:00"));
        var bot = practice.Bot;
        await Practice.ReportAsync(practice.Personal("priya"));
        await practice.DeliveredAsync();

        // An instance took the delivery, and stopped for good; then the clock was set back.
        await bot.ReadAsync(database =>
            database.Deliveries.ExecuteUpdateAsync(set =>
                set.SetProperty(row => row.State, DeliveryState.Waiting)
                    .SetProperty(row => row.LeaseUntil, bot.Time.GetUtcNow() + Hour + TimeSpan.FromMinutes(2))
                    .SetProperty(row => row.Lease, Guid.NewGuid())
            )
        );
        bot.Services.GetRequiredService<Outbox>().Wake();

        await practice.DeliveredAsync();
        Assert.Equal(0, await bot.ReadAsync(database => database.Deliveries.CountAsync(row => row.State == DeliveryState.Waiting)));
    }

    /// <summary>Waits, by the bot's clock, until the card of the incident was tried so often.</summary>
    private static async Task<PlannedDelivery> FailedAsync(BotHost bot, int times)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var card = await bot.ReadAsync(database =>
                database.Deliveries.AsNoTracking().SingleAsync(row => row.Kind == IncidentDeliveryKinds.Card)
            );
            if (card.Attempts >= times)
            {
                return card;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30), $"Tried {card.Attempts} times");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
            bot.Time.JumpToNext();
        }
    }

    private static Task<int> QuestionsAsync(BotHost bot) => bot.ReadAsync(database => database.Questions.CountAsync());
}
