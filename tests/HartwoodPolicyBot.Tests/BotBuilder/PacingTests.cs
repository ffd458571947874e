using HartwoodPolicyBot.Teams.Connector;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.BotBuilder;

public sealed class PacingTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ConnectorHost bot = new();

    public Task InitializeAsync() => bot.InitializeAsync();

    public Task DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Simultaneous_messages_to_one_conversation_leave_at_the_pace_that_Teams_allows()
    {
        using var arrivals = new SemaphoreSlim(0);
        bot.Answering([
            .. Enumerable.Repeat<Func<Microsoft.AspNetCore.Http.HttpContext, Microsoft.AspNetCore.Http.IResult?>>(
                _ =>
                {
                    arrivals.Release();
                    return null;
                },
                10
            ),
        ]);
        var (start, there) = (bot.Time.GetUtcNow(), bot.Somewhere());

        var sending = Enumerable
            .Range(0, 10)
            .Select(_ => bot.Connector.SendToConversationAsync(there, ConnectorHost.Message(), CancellationToken.None))
            .ToList();
        await ArriveAsync(arrivals, 7);
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        await ArriveAsync(arrivals, 1);
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        await ArriveAsync(arrivals, 2);

        Assert.All(await Task.WhenAll(sending), result => Assert.True(result.Succeeded));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 1, 2, 2], bot.Arrived.Select(request => (request.At - start).TotalSeconds));
    }

    [Fact]
    public async Task No_window_of_time_holds_more_messages_than_Teams_allows()
    {
        bot.Answering();
        var there = bot.Somewhere();
        for (var message = 0; message < 150; message++)
        {
            Assert.True((await bot.SendAsync(there)).Succeeded);
        }

        var times = bot.Arrived.Select(request => request.At).ToList();
        Assert.Equal(150, times.Count);
        foreach (var (most, seconds) in new[] { (7, 1), (8, 2), (60, 30) })
        {
            Assert.All(times, at => Assert.InRange(times.Count(other => other >= at && other < at.AddSeconds(seconds)), 1, most));
        }

        // The messages are held up for no longer than the limit requires.
        Assert.InRange(times[^1] - times[0], TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(75));
    }

    [Fact]
    public async Task An_hour_holds_no_more_messages_than_Teams_allows()
    {
        bot.Answering();
        var pacer = bot.Services.GetRequiredService<ConversationPacer>();
        var start = bot.Time.GetUtcNow();
        for (var message = 0; message < 1800; message++)
        {
            Assert.True(await bot.Time.RunAsync(pacer.WaitAsync("a:busy", CancellationToken.None).AsTask()));
        }

        // Twenty minutes in, the hour's limit is reached. A message does not wait for the rest of the hour, and can queue only in its
        // last minute.
        Assert.True(bot.Time.GetUtcNow() < start.AddMinutes(20));
        Assert.False(await pacer.WaitAsync("a:busy", CancellationToken.None));
        bot.Time.Advance(start.AddMinutes(59).AddSeconds(30) - bot.Time.GetUtcNow());
        var next = pacer.WaitAsync("a:busy", CancellationToken.None).AsTask();
        bot.Time.Advance(start.AddHours(1).AddTicks(-1) - bot.Time.GetUtcNow());
        Assert.False(next.IsCompleted);
        bot.Time.Advance(TimeSpan.FromTicks(1));
        Assert.True(await next.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_busy_conversation_does_not_hold_up_another()
    {
        var busy = bot.Somewhere();
        var waiting = Enumerable
            .Range(0, 20)
            .Select(_ => bot.Connector.SendToConversationAsync(busy, ConnectorHost.Message(), CancellationToken.None))
            .ToList();

        var other = await bot
            .Connector.SendToConversationAsync(bot.Somewhere(), ConnectorHost.Message(), CancellationToken.None)
            .WaitAsync(Patience);

        Assert.True(other.Succeeded);
        Assert.Contains(waiting, sending => !sending.IsCompleted);
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(waiting).WaitAsync(Patience);
    }

    [Fact]
    public async Task Idle_conversations_are_forgotten()
    {
        var pacer = bot.Services.GetRequiredService<ConversationPacer>();
        for (var conversation = 0; conversation < 50; conversation++)
        {
            await bot.SendAsync();
        }

        Assert.Equal(50, pacer.Conversations);
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await bot.SendAsync();

        Assert.Equal(1, pacer.Conversations);
    }

    [Fact]
    public async Task A_busy_conversation_is_remembered_for_an_hour()
    {
        var (pacer, there) = (bot.Services.GetRequiredService<ConversationPacer>(), bot.Somewhere());
        for (var message = 0; message < 8; message++)
        {
            await bot.SendAsync(there);
        }

        bot.Time.Advance(TimeSpan.FromMinutes(50));
        await bot.SendAsync();
        Assert.Equal(2, pacer.Conversations);

        bot.Time.Advance(TimeSpan.FromMinutes(11));
        await bot.SendAsync();
        Assert.Equal(1, pacer.Conversations);
    }

    private static async Task ArriveAsync(SemaphoreSlim arrivals, int count)
    {
        for (var arrived = 0; arrived < count; arrived++)
        {
            Assert.True(await arrivals.WaitAsync(Patience), "A message did not leave in time");
        }
    }
}
