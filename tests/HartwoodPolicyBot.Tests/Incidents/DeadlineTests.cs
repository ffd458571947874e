using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>Checks how deadlines are shown: in London time, and at midnight as the end of the day before.</summary>
public sealed class DeadlineTests
{
    [Fact]
    public async Task A_deadline_at_midnight_is_shown_as_the_end_of_the_day_before_everywhere()
    {
        const string Due = "by the end of 25 November 2026";
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat(), ("patient", "Unsure"), ("noticed", "2026-11-23"));
        var card = await practice.CardAsync("INC-2026-0001");
        await practice.Channel.ExecuteAsync(CardReader.Button(card, "Acknowledge"));
        var form = await practice.Channel.FillAsync(Practice.Form(card, "deadline"));
        await practice.DeliveredAsync();
        practice.Bot.Time.Advance(TimeSpan.FromHours(25));
        await practice.Bot.Services.GetRequiredService<IncidentClocks>().PlanDueAsync(default);
        await practice.DeliveredAsync();
        var reminder = practice.Bot.Teams.Requests.Single(request =>
            request.Body.ToString().Contains("data breach decision due", StringComparison.Ordinal)
        );

        foreach (var said in new[] { $"{card}", $"{form}", $"{reminder.Body}" })
        {
            Assert.Contains(Due, said, StringComparison.Ordinal);
            Assert.DoesNotContain("00:00\"", said, StringComparison.Ordinal);
            Assert.DoesNotContain("Thu 26 Nov", said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2026-11-26T00:00:00Z", "the end of 25 November 2026")]
    [InlineData("2026-11-26T09:00:00Z", "26 November 2026 at 9am")]
    [InlineData("2026-06-30T23:00:00Z", "the end of 30 June 2026")]
    [InlineData("2026-07-01T00:00:00Z", "1 July 2026 at 1am")]
    public void A_deadline_is_shown_in_London_time(string due, string said) =>
        Assert.Equal(said, PracticeTime.Deadline(DateTimeOffset.Parse(due)));
}
