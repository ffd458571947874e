using HartwoodPolicyBot.Core.Delivery;

namespace HartwoodPolicyBot.Tests.Delivery;

/// <summary>When a delivery that failed is tried again, and when it is given up, with the settings as they come.</summary>
public sealed class DeliveryRetryTests
{
    private static readonly DateTimeOffset Failing = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);
    private readonly DeliveryRetries retries = new(new());

    [Theory]
    [InlineData(71, 24 * 60, false)]
    [InlineData(72, 24 * 60, true)]
    [InlineData(72, (24 * 60) - 1, false)]
    [InlineData(1, 72 * 60, false)]
    public void A_delivery_is_given_up_after_a_day_of_failing_and_72_attempts_not_after_one_alone(
        int attempts,
        int minutes,
        bool areOver
    ) => Assert.Equal(areOver, retries.AreOver(attempts, Failing, Failing.AddMinutes(minutes)));

    [Fact]
    public void A_first_failure_never_ends_a_delivery() => Assert.False(retries.AreOver(1000, null, Failing));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 10)]
    [InlineData(6, 320)]
    [InlineData(7, 600)]
    [InlineData(1000, 600)]
    public void The_wait_doubles_with_each_failure_up_to_ten_minutes(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), retries.WaitAfter(failures, null));

    [Fact]
    public void A_long_first_wait_that_doubles_without_end_stays_within_the_longest()
    {
        var options = new DeliveryOptions { FirstDelay = TimeSpan.FromHours(1), LongestDelay = TimeSpan.FromDays(1) };

        Assert.Equal(TimeSpan.FromDays(1), new DeliveryRetries(options).WaitAfter(100_000, null));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1800, 1800)]
    [InlineData(86400, 1800)]
    public void Teams_may_ask_for_another_wait_up_to_half_an_hour(int asked, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), retries.WaitAfter(3, TimeSpan.FromSeconds(asked)));
}
