using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.QuestionLog;

public sealed class QuestionRetentionTests
{
    [Fact]
    public async Task A_question_is_deleted_after_its_retention_period_and_not_before()
    {
        await using var bot = await BotHost.StartAsync(("Privacy:QuestionLogDays", "30"));
        await bot.Chat().SayAsync("Can I share an image of my workplace?");
        var log = bot.Services.GetRequiredService<QuestionLogWriter>();
        var asked = bot.Time.GetUtcNow();

        Assert.Equal(0, await log.DeleteBeforeAsync(asked, CancellationToken.None));
        Assert.Equal(1, await log.DeleteBeforeAsync(asked.AddTicks(TimeSpan.TicksPerMillisecond), CancellationToken.None));
    }

    [Fact]
    public async Task Old_questions_are_deleted_at_night()
    {
        await using var bot = await BotHost.StartAsync(("Privacy:QuestionLogDays", "30"));
        await bot.Chat().SayAsync("Can I share an image of my workplace?");
        var retention = bot.Services.GetRequiredService<Retention>();

        bot.Time.Advance(TimeSpan.FromDays(29));
        Assert.True(await retention.RunDueAsync(default));
        Assert.Equal(1, await bot.ReadAsync(database => database.Questions.CountAsync()));
        bot.Time.Advance(TimeSpan.FromDays(2));

        Assert.True(await retention.RunDueAsync(default));
        Assert.Equal(0, await bot.ReadAsync(database => database.Questions.CountAsync()));
        Assert.Contains(bot.Log.All, line => line.Contains("Deleted after their retention period: 1 questions", StringComparison.Ordinal));
    }
}
