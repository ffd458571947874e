using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Channels;

/// <summary>Teams refuses posts in the channel for a while. They go out as soon as anything comes from it.</summary>
public sealed class ReturnedChannelTests
{
    [Theory]
    [InlineData("teamUnarchived")]
    [InlineData("teamRestored")]
    [InlineData("channelRestored")]
    [InlineData(null)]
    public async Task A_channel_that_refused_posts_gets_them_at_the_next_event_or_message_from_it(string? happened)
    {
        await using var practice = await Practice.OpenAsync();
        practice.Bot.Teams.Answer = (request, _) =>
            request.Path == "/v3/conversations" ? Results.StatusCode(StatusCodes.Status403Forbidden) : null;
        await Practice.ReportAsync(practice.Bot.Chat());
        await practice.DeliveredAsync();
        Assert.Equal(1, await StoppedAsync(practice));
        practice.Bot.Teams.Answer = (_, _) => null;

        var elsewhere = practice.InChannel("somebody", "19:other@thread.tacv2");
        await elsewhere.MentionAsync("hello");
        Assert.Equal(1, await StoppedAsync(practice));
        var there = practice.InChannel("somebody");
        if (happened is null)
        {
            await there.MentionAsync("hello");
        }
        else
        {
            var restored = there.Activity("conversationUpdate");
            restored["channelData"]!["eventType"] = happened;
            restored["channelData"]!["channel"] = new JsonObject { ["id"] = Practice.ChannelId };
            await there.SendAsync(restored);
        }

        await practice.CardsAsync("INC-2026-0001");
        Assert.Equal(0, await StoppedAsync(practice));
    }

    private static Task<int> StoppedAsync(Practice practice) =>
        practice.Bot.ReadAsync(database => database.Deliveries.CountAsync(row => row.State == DeliveryState.Stopped));
}
