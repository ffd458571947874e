using System.Globalization;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Tests.Common;

public sealed class PracticeTimeTests
{
    [Theory]
    [InlineData("2026-11-28T16:30:00Z", "28 November 2026 at 4:30pm")]
    [InlineData("2026-11-28T09:05:00Z", "28 November 2026 at 9:05am")]
    [InlineData("2026-11-28T00:05:00Z", "28 November 2026 at 12:05am")]
    [InlineData("2026-07-01T08:00:00Z", "1 July 2026 at 9am")]
    [InlineData("2026-07-01T11:00:00Z", "1 July 2026 at midday")]
    [InlineData("2026-07-01T23:00:00Z", "2 July 2026 at midnight")]
    public void A_time_is_written_as_the_NHS_writes_it_and_in_London(string utc, string text) =>
        Assert.Equal(text, PracticeTime.Text(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture)));
}
