using System.Net;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Authentication;
using HartwoodPolicyBot.Tests.Incidents;
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

    private static Task<int> QuestionsAsync(BotHost bot) => bot.ReadAsync(database => database.Questions.CountAsync());
}
