using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Tests.Web;

public sealed class RequestsUnderWayTests
{
    private readonly FakeTime time = new();
    private readonly RequestsUnderWay requests;

    public RequestsUnderWayTests() => requests = new(time);

    [Fact]
    public async Task Work_that_can_wait_begins_a_moment_after_the_start()
    {
        var quiet = requests.UntilQuietAsync(CancellationToken.None);
        Assert.False(quiet.IsCompleted);

        time.Advance(RequestsUnderWay.Quiet);
        await quiet;
        Assert.True(requests.UntilQuietAsync(CancellationToken.None).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Work_that_can_wait_goes_on_a_moment_after_the_last_of_several_requests()
    {
        var first = requests.Begin();
        var second = requests.Begin();
        var quiet = requests.UntilQuietAsync(CancellationToken.None);
        time.Advance(TimeSpan.FromHours(1));
        first.Dispose();
        Assert.False(quiet.IsCompleted);

        second.Dispose();
        Assert.False(quiet.IsCompleted);
        await time.RunAsync(WaitedAsync(quiet));
    }

    [Fact]
    public async Task A_request_in_the_quiet_moment_makes_the_work_wait_again()
    {
        requests.Begin().Dispose();
        var quiet = requests.UntilQuietAsync(CancellationToken.None);
        using (requests.Begin())
        {
            time.Advance(RequestsUnderWay.Quiet);
            Assert.False(quiet.IsCompleted);
        }

        await time.RunAsync(WaitedAsync(quiet));
    }

    [Fact]
    public async Task Work_that_waits_when_the_bot_stops_is_given_up()
    {
        using var stopping = new CancellationTokenSource();
        using var request = requests.Begin();
        var quiet = requests.UntilQuietAsync(stopping.Token);

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => quiet);
    }

    private static async Task<bool> WaitedAsync(Task work)
    {
        await work;
        return true;
    }
}
