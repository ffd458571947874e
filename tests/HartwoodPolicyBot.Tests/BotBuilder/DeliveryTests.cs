using System.Net;

namespace HartwoodPolicyBot.Tests.BotBuilder;

public sealed class DeliveryTests(ConnectorHost bot) : IClassFixture<ConnectorHost>
{
    [Fact]
    public async Task Teams_may_send_a_turn_again_whose_answer_was_not_delivered()
    {
        var chat = bot.Chat();
        var activity = chat.Activity("message");
        activity["text"] = "May I share an image of my workplace?";
        bot.Answering([.. Enumerable.Repeat(ConnectorHost.Status(503), 5)]);

        await bot.Time.RunAsync(Task.Run(() => chat.SendAsync(activity)));
        Assert.Equal(HttpStatusCode.BadGateway, chat.Status);
        Assert.Equal(5, chat.Sent.Count);

        await chat.SendAsync(activity);
        Assert.Equal(HttpStatusCode.OK, chat.Status);
        Assert.Equal(6, chat.Sent.Count);

        await chat.SendAsync(activity);
        Assert.Equal(HttpStatusCode.OK, chat.Status);
        Assert.Equal(6, chat.Sent.Count);
    }

    [Fact]
    public async Task Teams_does_not_send_a_turn_again_from_somebody_who_blocked_the_bot()
    {
        var chat = bot.Chat();
        bot.Answering(ConnectorHost.Status(403));

        await chat.SayAsync("help");

        Assert.Equal(HttpStatusCode.OK, chat.Status);
        Assert.Single(chat.Sent);
    }
}
