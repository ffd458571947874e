using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Activities;

/// <summary>What a person wrote is read, whatever Teams puts around it.</summary>
public sealed class MessageTextTests(BotHost bot) : IClassFixture<BotHost>
{
    [Theory]
    [InlineData("<at>Hartwood Policy Bot</at>&nbsp;help")]
    [InlineData("help&nbsp;")]
    [InlineData("&nbsp;<at>Hartwood Policy Bot</at>&nbsp;\u00a0\u2003help\n")]
    [InlineData("<at id=\"0\">Hartwood Policy Bot</at> help")]
    [InlineData("help <at>Sam Example</at>")]
    [InlineData("<at>Hartwood Policy Bot</at> help <at>Sam Example</at>")]
    [InlineData("<quoted messageId=\"1772050244572\"/> help")]
    [InlineData("<quoted messageId=\"1772050244572\">What can you do?</quoted> help")]
    [InlineData("help <img alt=\"🍺\" src=\"https://statics.teams.cdn.office.net/beer.png\">")]
    [InlineData("help <at><img alt=\"🍺\"></at>")]
    [InlineData("<AT>Hartwood Policy Bot</AT> HELP")]
    public async Task A_command_is_found_among_the_marks_of_Teams(string text) => await AssertHelpAsync(await bot.Chat().SayAsync(text));

    [Theory]
    [InlineData("""[{"type":"mention","mentioned":{"id":"28:bot","name":"Hartwood Policy Bot"}}]""", "<at>Hartwood Policy Bot</at> help")]
    [InlineData("""[{"type":"mention","mentioned":{"id":"28:bot"}}]""", "<at>Policy Bot</at> help")]
    [InlineData("""[{"type":"mention","mentioned":{"id":"28:bot"}}]""", "<at id=\"0\">Policy Bot</at> help")]
    [InlineData("[]", "<at id=\"0\">Hartwood Policy Bot</at> help")]
    [InlineData("[]", "<at>Hartwood Policy Bot</at> help")]
    [InlineData(
        """[{"type":"mention","text":"Hartwood Policy Bot","mentioned":{"id":"28:bot","name":"Hartwood Policy Bot"}}]""",
        "Hartwood Policy Bot help"
    )]
    [InlineData(
        """
            [{"type":"mention","text":"<at>Sam Example</at>","mentioned":{"id":"29:sam","name":"Sam Example"}},
            {"type":"mention","text":"<at>Hartwood Policy Bot</at>","mentioned":{"id":"28:bot","name":"Hartwood Policy Bot"}}]
            """,
        "<at>Hartwood Policy Bot</at> help <at>Sam Example</at>"
    )]
    public async Task In_a_group_a_mention_of_the_bot_is_seen_however_the_client_sends_it(string entities, string text)
    {
        var chat = bot.Chat("groupChat");
        var activity = chat.Activity("message");
        (activity["text"], activity["entities"]) = (text, JsonNode.Parse(entities));

        await AssertHelpAsync(await chat.SendAsync(activity));
    }

    [Theory]
    [InlineData("""[{"type":"mention","mentioned":{"id":"29:sam","name":"Hartwood Policy Bot"}}]""", "<at>Hartwood Policy Bot</at> help")]
    [InlineData("[]", "<at>Sam Example</at> help")]
    [InlineData("[]", "help")]
    public async Task In_a_group_a_message_to_somebody_else_is_not_answered(string entities, string text)
    {
        var chat = bot.Chat("groupChat");
        var activity = chat.Activity("message");
        (activity["text"], activity["entities"]) = (text, JsonNode.Parse(entities));

        Assert.True((await chat.SendAsync(activity)).IsSilence);
    }

    [Theory]
    [InlineData(
        "Marks 1: may <at>Sam Example</at> share an image of my workplace?",
        "Marks 1: may [a colleague] share an image of my workplace?"
    )]
    [InlineData("Marks 2: R&amp;R &lt;b&gt; image&nbsp;of my workplace?", "Marks 2: R&R <b> image of my workplace?")]
    [InlineData("Marks 3: &amp;lt; image of my workplace?", "Marks 3: &lt; image of my workplace?")]
    [InlineData("Marks 4: R&R, 2 < 3 and <b> image of my workplace?", "Marks 4: R&R, 2 < 3 and <b> image of my workplace?")]
    [InlineData("Marks 5: image of my workplace? &#0;&#1;&#xD800;&#128512;", "Marks 5: image of my workplace? &#xD800;😀")]
    [InlineData("Marks 6: \u0000\u0001\u007fimage\u009f of my\ufffe workplace?", "Marks 6: image of my workplace?")]
    public async Task The_log_keeps_what_was_written_and_names_nobody(string text, string kept)
    {
        await bot.Chat().SayAsync(text);

        Assert.Equal(kept, await LoggedAsync(text[..8]));
    }

    [Theory]
    [InlineData("Plain 1: image of my workplace? R&R <b>", "Plain 1: image of my workplace? R&R <b>")]
    [InlineData("Plain 2: image of my workplace? &amp; &lt;b&gt;", "Plain 2: image of my workplace? &amp; &lt;b&gt;")]
    [InlineData("Plain 3: image of my workplace?&nbsp;R&amp;R", "Plain 3: image of my workplace? R&R")]
    public async Task Text_that_Teams_calls_plain_is_kept_as_typed_unless_it_is_plainly_not(string text, string kept)
    {
        var chat = bot.Chat();
        var activity = chat.Activity("message");
        (activity["text"], activity["textFormat"]) = (text, "plain");

        await chat.SendAsync(activity);

        Assert.Equal(kept, await LoggedAsync(text[..8]));
    }

    [Theory]
    [InlineData(
        "Html 1: R&R image of my workplace? <b>",
        "<p>Html 1: R&amp;R image of my workplace? &lt;b&gt;</p>",
        "Html 1: R&R image of my workplace? <b>"
    )]
    [InlineData(
        "Html 2: &amp; image of my workplace?",
        "<p>Html 2: &amp;amp; image of my workplace?</p>",
        "Html 2: &amp; image of my workplace?"
    )]
    [InlineData("Html 3: &amp; image of my workplace?", "<p>Html 3: &amp; image of my workplace?</p>", "Html 3: & image of my workplace?")]
    [InlineData("", "<p>Html 4: image&nbsp;of <b>my</b></p><p>workplace?</p>", "Html 4: image of my workplace?")]
    [InlineData(
        "",
        "<div><span itemtype=\"http://schema.skype.com/Mention\" itemid=\"0\">Hartwood Policy Bot</span>&nbsp;Html 5: may "
            + "<span itemtype=\"http://schema.skype.com/Mention\" itemid=\"1\">Sam</span> share an image of my workplace?</div>",
        "Html 5: may [a colleague] share an image of my workplace?"
    )]
    [InlineData(
        "Sam Example\r\nThe words of somebody else\r\nHtml 6: image of my workplace?",
        "<blockquote itemscope itemtype=\"http://schema.skype.com/Reply\" itemid=\"17\"><strong itemprop=\"mri\">Sam Example</strong>"
            + "<p itemprop=\"preview\">The words of somebody else</p></blockquote><p>Html 6: image of my workplace?</p>",
        "Html 6: image of my workplace?"
    )]
    public async Task The_html_of_a_message_says_what_was_typed(string text, string html, string kept)
    {
        var chat = bot.Chat();
        var activity = chat.Activity("message");
        activity["text"] = text;
        activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = html });

        await chat.SendAsync(activity);

        Assert.Equal(kept, await LoggedAsync(kept[..7]));
    }

    [Theory]
    [InlineData("Sam Example: The words of somebody else\nQuote 1: image of my workplace?", "Quote 1: image of my workplace?")]
    [InlineData("The words of somebody else Quote 2: image of my workplace?", "Quote 2: image of my workplace?")]
    [InlineData("<quoted messageId=\"1\"/> Quote 3: image of my workplace?", "Quote 3: image of my workplace?")]
    public async Task The_words_of_a_quoted_message_are_not_taken_for_the_persons(string text, string kept)
    {
        await SendQuotingAsync(text, "The words of somebody else");

        Assert.Equal(kept, await LoggedAsync(kept[..8]));
    }

    [Theory]
    [InlineData("<quoted messageId=\"1\"/> help")]
    [InlineData("help")]
    public async Task Somebody_may_write_the_same_words_as_they_quote(string text) =>
        await AssertHelpAsync(await SendQuotingAsync(text, "help"));

    [Fact]
    public async Task Only_an_emoji_is_nothing_to_read()
    {
        var reply = await bot.Chat().SayAsync("<at><img alt=\"🍺\"></at> <img src=\"https://example.com/a.png\" alt=\"a picture\"/>");

        Assert.DoesNotContain("img", reply.Card.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(reply.Cited);
    }

    private async Task<Reply> SendQuotingAsync(string text, string preview)
    {
        var chat = bot.Chat();
        var activity = chat.Activity("message");
        activity["text"] = text;
        activity["entities"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "quotedReply",
                ["quotedReply"] = new JsonObject
                {
                    ["messageId"] = "1",
                    ["senderName"] = "Sam Example",
                    ["preview"] = preview,
                },
            }
        );
        return await chat.SendAsync(activity);
    }

    private async Task AssertHelpAsync(Reply reply) => Assert.Equal((await bot.Chat().SayAsync("help")).Summary, reply.Summary);

    private async Task<string> LoggedAsync(string start) =>
        (await bot.ReadAsync(database => database.Questions.SingleAsync(question => question.Text.StartsWith(start)))).Text;
}
