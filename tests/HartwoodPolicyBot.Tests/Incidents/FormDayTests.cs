using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>Clients send the day of a date field in several ways, and show only one of them.</summary>
public sealed class FormDayTests
{
    [Theory]
    [InlineData("2026-11-23", "2026-11-23")]
    [InlineData(" 2026-11-23 ", "2026-11-23")]
    [InlineData("2026-11-23T00:00:00Z", "2026-11-23")]
    [InlineData("2026-11-23T23:00:00.000+01:00", "2026-11-23")]
    [InlineData("2026-11-23 00:00:00", "2026-11-23")]
    [InlineData("23/11/2026", "2026-11-23")]
    [InlineData("5/6/2026", "2026-06-05")]
    [InlineData("23.11.2026", "2026-11-23")]
    [InlineData("23-11-2026", "2026-11-23")]
    [InlineData("11/23/2026", null)]
    [InlineData("2026-11-233", null)]
    [InlineData("2026-13-01", null)]
    [InlineData("23/11/26", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_day_is_read_as_it_is_meant_in_the_UK_or_not_at_all(string? text, string? day) =>
        Assert.Equal(day, FormDay.Read(text) is { } read ? FormDay.Text(read) : null);

    [Theory]
    [InlineData("22/11/2026")]
    [InlineData("2026-11-22T00:00:00Z")]
    public async Task The_day_of_a_report_is_taken_and_said_again_on_its_receipt(string day)
    {
        await using var practice = await Practice.OpenAsync();

        var receipt = await Practice.ReportAsync(practice.Bot.Chat(), ("happened", day), ("noticed", null));

        Assert.Contains("22 November 2026", receipt.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 11, 22), (await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync())).HappenedOn);
    }

    [Theory]
    [InlineData("22/11/2026", "2026-11-22")]
    [InlineData("2026-11-22T00:00:00Z", "2026-11-22")]
    [InlineData("11/22/2026", null)]
    [InlineData("tomorrow", null)]
    public async Task What_is_put_back_into_a_date_field_can_be_shown_in_it(string day, string? shown)
    {
        await using var practice = await Practice.OpenAsync();

        var form = await Practice.ReviewAsync(practice.Bot.Chat(), ("happened", day), ("what", ""));

        var field = CardReader
            .Nodes(form)
            .Single(node =>
                node.TryGetProperty("id", out var id)
                && id.ValueKind == System.Text.Json.JsonValueKind.String
                && id.GetString() == "happened"
            );
        Assert.Equal(shown, field.TryGetProperty("value", out var value) ? value.GetString() : null);
    }
}
