using HartwoodPolicyBot.Testing;
using Microsoft.AspNetCore.Http;

namespace HartwoodPolicyBot.Tests.Routing;

public sealed class TooLargeAnswerTests
{
    [Fact]
    public async Task An_answer_that_Teams_finds_too_large_is_replaced_by_a_sentence()
    {
        await using var bot = await BotHost.StartAsync();
        var tries = 0;
        bot.Teams.Answer = (_, _) => tries++ == 0 ? Results.StatusCode(StatusCodes.Status413PayloadTooLarge) : null;

        var reply = await bot.Chat().SayAsync("policy");

        Assert.Contains("My answer is too long for Teams", reply.Texts[0], StringComparison.Ordinal);
    }
}
