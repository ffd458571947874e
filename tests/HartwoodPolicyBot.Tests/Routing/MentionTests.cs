using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.Routing;

/// <summary>Among others the bot answers where it is mentioned, and is silent elsewhere.</summary>
public sealed class MentionTests(BotHost bot) : IClassFixture<BotHost>
{
    [Theory]
    [InlineData("channel")]
    [InlineData("groupChat")]
    public async Task In_a_group_a_mention_is_answered_and_stripped(string kind)
    {
        var reply = await bot.Chat(kind).MentionAsync("help");

        Assert.Equal("What I can do", reply.Texts[0]);
    }

    [Theory]
    [InlineData("channel")]
    [InlineData("groupChat")]
    public async Task In_a_group_the_bot_is_silent_unless_it_is_mentioned(string kind)
    {
        var reply = await bot.Chat(kind).SayAsync("Can I share an image of my workplace?");

        Assert.True(reply.IsSilence);
    }

    [Fact]
    public async Task A_mention_of_somebody_else_is_not_taken_for_a_mention_of_the_bot()
    {
        var chat = bot.Chat("channel");
        var activity = chat.Activity("message");
        activity["text"] = "<at>Jo</at> help";
        activity["entities"] = System.Text.Json.Nodes.JsonNode.Parse(
            """[{"type":"mention","text":"<at>Jo</at>","mentioned":{"id":"29:jo"}}]"""
        );

        Assert.True((await chat.SendAsync(activity)).IsSilence);
    }

    [Fact]
    public async Task A_mention_without_text_gets_a_way_forward()
    {
        var reply = await bot.Chat("channel").MentionAsync("");

        Assert.StartsWith("Sorry, I didn't catch that.", reply.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_channel_the_answer_goes_into_the_thread()
    {
        var thread = $"19:channel@thread.tacv2;messageid={Guid.NewGuid():N}";
        var chat = new Chat(bot, "channel") { Conversation = thread };

        var reply = await chat.MentionAsync("help");

        Assert.StartsWith($"/v3/conversations/{thread}/activities/m1-", reply.Request!.Path, StringComparison.Ordinal);
    }
}
