using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Delivery;

/// <summary>
/// Gives every answer that Teams may give to every kind of request, in every state of a delivery. After each of them a later
/// delivery to the same place and to another one arrives, and nothing was posted twice.
/// </summary>
public sealed class AnswerTableTests : AnswerTable
{
    public static TheoryData<string, When> Posts => Rows(When.AtTheFirstTry, When.AtARetry);

    public static TheoryData<string, When> Chats => Rows(When.AtTheFirstTry, When.AtARetry, When.AfterBeingHeld);

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task A_refused_post_in_the_channel_stops_no_later_one(string name, When when)
    {
        var early = await ReportedAsync();
        await FailAsync(name, when, IsPost, async () => await ReportedAsync());
        var other = taken.Count(request => request.Path.Contains(early.Conversation, StringComparison.Ordinal));
        await practice.Channel.ExecuteAsync(await ButtonAsync("INC-2026-0001", "Acknowledge"));
        await RecoverAsync();

        Assert.True(taken.Count(request => request.Path.Contains(early.Conversation, StringComparison.Ordinal)) > other);
        await ReportedAsync();
        await SettledAsync();
        Assert.Single(PostsOf("INC-2026-0003"));
        if (TeamsAnswer.Named(name).IsFinalForPost)
        {
            Assert.Empty(PostsOf("INC-2026-0002"));
            Assert.Equal(1, await practice.Bot.Services.GetRequiredService<DeliveryBacklog>().SendAgainAsync(default));
            await SettledAsync();
        }

        Assert.Single(PostsOf("INC-2026-0002"));
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task A_refused_edit_means_that_card_and_no_channel(string name, When when)
    {
        await ReportedAsync();
        var button = await ButtonAsync("INC-2026-0001", "Acknowledge");
        await FailAsync(name, when, request => request.Method == "PUT", () => practice.Channel.ExecuteAsync(button));
        await ReportedAsync();
        await RecoverAsync();

        Assert.Single(PostsOf("INC-2026-0002"));
        Assert.Equal(TeamsAnswer.Named(name).IsRefusedEdit ? 2 : 1, PostsOf("INC-2026-0001").Count);
        Assert.Equal(0, await StoppedAsync());
        await practice.Channel.ExecuteAsync(await ButtonAsync("INC-2026-0001", "Deal with this"));
        await SettledAsync();
        Assert.Contains("In progress", Summary(taken.Last(request => IsCard(request, "INC-2026-0001"))), StringComparison.Ordinal);
        Assert.Equal(TeamsAnswer.Named(name).IsRefusedEdit ? 2 : 1, PostsOf("INC-2026-0001").Count);
    }

    [Theory]
    [MemberData(nameof(Chats))]
    public async Task A_refused_message_to_a_person_stops_no_other_person_and_arrives_when_they_are_back(string name, When when)
    {
        var priya = await ReportedAsync();
        var sam = await ReportedAsync();
        var (first, second) = (await ButtonAsync("INC-2026-0001", "Acknowledge"), await ButtonAsync("INC-2026-0002", "Acknowledge"));
        if (when == When.AfterBeingHeld)
        {
            var gone = priya.Activity("installationUpdate");
            gone["action"] = "remove";
            await priya.SendAsync(gone);
            await practice.Channel.ExecuteAsync(first);
            await SettledAsync();
        }

        await FailAsync(
            name,
            when,
            request => request.Method == "POST" && request.Path.Contains(priya.Conversation, StringComparison.Ordinal) && IsTold(request),
            () => when == When.AfterBeingHeld ? priya.SayAsync("hi") : practice.Channel.ExecuteAsync(first)
        );
        await practice.Channel.ExecuteAsync(second);
        await PassAsync(() => Task.FromResult(ToldIn(sam).Count == 1));

        await RecoverAsync();
        await priya.SayAsync("hi");
        await SettledAsync();
        if (TeamsAnswer.Named(name).IsFinalForPost)
        {
            await practice.Bot.Services.GetRequiredService<DeliveryBacklog>().SendAgainAsync(default);
            await SettledAsync();
        }

        Assert.Single(ToldIn(priya));
        var close = Practice.Step(await practice.CardAsync("INC-2026-0001"), "incident-save", new() { ["form"] = "close-at-once" });
        await practice.Channel.ExecuteAsync(close, new() { ["reason"] = "Test" });
        await SettledAsync();
        Assert.Equal(2, ToldIn(priya).Count);
    }
}
