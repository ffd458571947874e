using System.Net;
using System.Net.Sockets;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Tests.BotBuilder;

public sealed class RetryTests(ConnectorHost bot) : IClassFixture<ConnectorHost>
{
    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_passing_failure_is_tried_again_with_growing_waits(int status)
    {
        bot.Answering([.. Enumerable.Repeat(ConnectorHost.Status(status), 4)]);
        var result = await bot.SendAsync();

        Assert.True(result.Succeeded);
        Assert.Equal(5, bot.Arrived.Count);
        AssertDoubling();
    }

    [Theory]
    [InlineData(429, TeamsOutcome.Unavailable)]
    [InlineData(503, TeamsOutcome.Unavailable)]
    public async Task After_the_last_attempt_Teams_is_unavailable(int status, TeamsOutcome outcome)
    {
        bot.Answering([.. Enumerable.Repeat(ConnectorHost.Status(status), 9)]);
        var logged = bot.Log.All.Count;
        var result = await bot.SendAsync();

        Assert.Equal(outcome, result.Outcome);
        Assert.Equal(5, bot.Arrived.Count);
        Assert.Equal([$"Warning: Teams answered {status}"], bot.Log.All.Skip(logged));
    }

    [Theory]
    [InlineData(301, TeamsOutcome.Refused)]
    [InlineData(400, TeamsOutcome.Refused)]
    [InlineData(401, TeamsOutcome.Refused)]
    [InlineData(403, TeamsOutcome.Blocked)]
    [InlineData(404, TeamsOutcome.NotFound)]
    [InlineData(413, TeamsOutcome.TooLarge)]
    [InlineData(500, TeamsOutcome.Refused)]
    public async Task A_lasting_failure_is_not_tried_again(int status, TeamsOutcome outcome)
    {
        bot.Answering(ConnectorHost.Status(status));
        var logged = bot.Log.All.Count;
        var result = await bot.SendAsync();

        Assert.Equal(outcome, result.Outcome);
        Assert.Single(bot.Arrived);
        Assert.Equal([$"Warning: Teams answered {status}"], bot.Log.All.Skip(logged));
    }

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(503, "1", 1)]
    [InlineData(412, "0", 0)]
    [InlineData(429, "86400", 30)]
    public async Task The_wait_that_Teams_asks_for_is_kept_up_to_the_longest_allowed_wait(int status, string asked, int seconds)
    {
        bot.Answering(ConnectorHost.RetryAfter(status, asked));
        Assert.True((await bot.SendAsync()).Succeeded);

        Assert.Equal([TimeSpan.Zero, TimeSpan.FromSeconds(seconds)], Waits());
    }

    [Theory]
    [InlineData(9)]
    [InlineData(-60)]
    public async Task A_wait_until_a_date_is_kept(int seconds)
    {
        var now = bot.Time.GetUtcNow();
        var date = DateTimeOffset.FromUnixTimeSeconds(now.AddSeconds(seconds).ToUnixTimeSeconds());
        bot.Answering(ConnectorHost.RetryAfter(429, date.ToString("R")));
        Assert.True((await bot.SendAsync()).Succeeded);

        Assert.Equal(date > now ? date : now, bot.Arrived[1].At);
    }

    [Fact]
    public async Task A_date_beyond_the_longest_wait_is_cut_and_nonsense_is_ignored()
    {
        bot.Answering(
            ConnectorHost.RetryAfter(429, bot.Time.GetUtcNow().AddDays(3).ToString("R")),
            ConnectorHost.RetryAfter(429, "soon"),
            ConnectorHost.RetryAfter(429, "-5")
        );
        Assert.True((await bot.SendAsync()).Succeeded);

        Assert.Equal(TimeSpan.FromSeconds(30), Waits()[1]);
        Assert.Equal(4, bot.Arrived.Count);
    }

    [Fact]
    public async Task A_refused_connection_counts_as_unavailable_after_all_attempts()
    {
        // The socket takes the port and never listens on it, so connections are refused.
        using var nobody = new Socket(SocketType.Stream, ProtocolType.Tcp);
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)nobody.LocalEndPoint!).Port;
        var (began, logged) = (bot.Time.GetUtcNow(), bot.Log.All.Count);

        var result = await bot.SendAsync(new ConversationAddress(new Uri($"http://127.0.0.1:{port}/"), "a:dead"));

        Assert.Equal(TeamsOutcome.Unavailable, result.Outcome);
        Assert.InRange(bot.Time.GetUtcNow() - began, TimeSpan.FromSeconds(2.1), TimeSpan.FromSeconds(4.6));
        Assert.Equal(["Warning: POST to Teams failed after all attempts: HttpRequestException"], bot.Log.All.Skip(logged));
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_tried_again()
    {
        bot.Answering(http =>
        {
            http.Abort();
            return Microsoft.AspNetCore.Http.Results.Empty;
        });
        var result = await bot.SendAsync();

        Assert.True(result.Succeeded);
        Assert.Equal(2, bot.Arrived.Count);
    }

    private IReadOnlyList<TimeSpan> Waits() =>
        [.. bot.Arrived.Select((request, place) => request.At - bot.Arrived[Math.Max(0, place - 1)].At)];

    /// <summary>
    /// Asserts doubling waits. Jitter moves each attempt, but the time of the n-th stays between two powers of two of about 0.29 s.
    /// </summary>
    private void AssertDoubling()
    {
        const double Unit = 0.4 / 1.4;
        for (var retry = 2; retry <= 4; retry++)
        {
            var since = (bot.Arrived[retry].At - bot.Arrived[0].At).TotalSeconds;
            Assert.InRange(since, 0.95 * Unit * Math.Pow(2, retry - 1), Unit * Math.Pow(2, retry));
        }
    }
}
