using System.Net;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Routing;

public sealed class BadInputTests(BotHost bot) : IClassFixture<BotHost>
{
    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":5}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","text":{"a":1}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"from":{"id":"f"}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"from":{"id":"f"},"serviceUrl":"nonsense"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"serviceUrl":"http://127.0.0.1:9"}""", HttpStatusCode.BadRequest)]
    [InlineData(
        """{"type":"message","conversation":{"id":"c"},"from":{"id":"f"},"serviceUrl":"https://evil.example"}""",
        HttpStatusCode.Forbidden
    )]
    public async Task A_body_that_is_not_an_activity_gets_a_clean_status_and_one_line_in_the_log(string body, HttpStatusCode status)
    {
        var lines = bot.Log.All.Count;

        using var response = await bot.PostAsync(body);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        var line = Assert.Single(bot.Log.All.Skip(lines));
        Assert.StartsWith($"Warning: Activity refused with {(int)status}", line, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_content_type_is_refused()
    {
        using var response = await bot.PostAsync("{}", "text/plain");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_refused()
    {
        using var response = await bot.PostAsync(new string(' ', 1024 * 1024));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_hundred_levels_of_nesting_are_refused()
    {
        var chat = bot.Chat();
        var activity = chat.Activity("message").ToJsonString()[..^1] + ",\"value\":" + new string('[', 100) + new string(']', 100) + "}";

        using var response = await bot.PostAsync(activity);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(chat.Sent);
    }

    [Fact]
    public async Task A_question_of_a_million_characters_is_refused_for_its_size()
    {
        var chat = bot.Chat();

        Assert.True((await chat.SayAsync(new string('x', 1_000_000))).IsSilence);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, chat.Status);
    }

    [Fact]
    public async Task A_question_of_a_hundred_thousand_characters_is_answered_and_shortened_in_the_log()
    {
        var reply = await bot.Chat()
            .SayAsync("longest question " + string.Concat(Enumerable.Repeat("May I share an image of my workplace? ", 2_700)));

        Assert.Equal("Patient confidentiality", reply.Cited[0]);
        var row = await bot.ReadAsync(database => database.Questions.SingleAsync(question => question.Text.StartsWith("longest question")));
        Assert.Equal(1000, row.Text.Length);
    }

    [Theory]
    [InlineData("\u202EMay I share\u202C an im\u200Bage of my work\u00ADplace?")]
    [InlineData("May I share an image\r\n\tof my\u00A0workplace?")]
    [InlineData("**May** I <b>share</b> an [image](http://evil.example) of my `workplace`? <at>all</at>")]
    [InlineData("May I share an image of my workplace?\u0000")]
    public async Task Invisible_characters_and_markup_do_not_hide_a_question(string said)
    {
        var reply = await bot.Chat().SayAsync(said);

        Assert.Equal("Patient confidentiality", reply.Cited[0]);
        Assert.DoesNotContain("evil.example", reply.Message.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("composeExtension/query")]
    [InlineData("no/such")]
    public async Task An_unknown_invoke_is_answered_as_not_implemented(string name)
    {
        var chat = bot.Chat();
        var activity = chat.Activity("invoke");
        activity["name"] = name;

        Assert.True((await chat.SendAsync(activity)).IsSilence);
        Assert.Equal(HttpStatusCode.NotImplemented, chat.Status);
    }

    [Theory]
    [InlineData("event")]
    [InlineData("messageReaction")]
    [InlineData("typing")]
    [InlineData("somethingNew")]
    public async Task An_unknown_event_is_accepted_without_an_answer(string type)
    {
        var chat = bot.Chat();

        Assert.True((await chat.SendAsync(chat.Activity(type))).IsSilence);
        Assert.Equal(HttpStatusCode.OK, chat.Status);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"action":{}}""")]
    [InlineData("""{"action":"helpful"}""")]
    [InlineData("""{"action":{"verb":5,"data":[]}}""")]
    [InlineData("""{"action":{"verb":"delete-everything","data":{}}}""")]
    [InlineData("""{"action":{"verb":"helpful","data":{}}}""")]
    [InlineData("""{"action":{"verb":"helpful","data":{"id":"5d6b0ac5-0000-0000-0000-000000000000"}}}""")]
    [InlineData("""{"action":{"verb":"helpful","data":{"id":"' OR 1=1"}}}""")]
    [InlineData("""{"action":{"verb":"section","data":{"id":"social-media/no-such"}}}""")]
    [InlineData("""{"action":{"verb":"section","data":{"id":"social-media/scope#99"}}}""")]
    [InlineData("""{"action":{"verb":"section","data":{"id":"social-media/scope#-1"}}}""")]
    [InlineData("""{"action":{"verb":"ask","data":{"id":"😀"}}}""")]
    public async Task A_click_with_foreign_or_missing_data_is_refused_in_a_sentence(string value)
    {
        var chat = bot.Chat();
        var activity = chat.Activity("invoke");
        activity["name"] = "adaptiveCard/action";
        activity["value"] = JsonNode.Parse(value);

        var said = await chat.SendAsync(activity);

        Assert.Equal(HttpStatusCode.OK, chat.Status);
        Assert.Equal(400, chat.Body.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.error", chat.Body.GetProperty("type").GetString());
        Assert.Equal([chat.Body.GetProperty("value").GetProperty("message").GetString()!], said.Texts);
        Assert.Contains("Show help", said.Buttons);
    }

    [Fact]
    public async Task A_foreign_click_of_an_older_client_is_refused_in_a_message()
    {
        var chat = bot.Chat();
        var activity = chat.Activity("message");
        activity["value"] = JsonNode.Parse("""{"verb":"no-such"}""");

        var reply = await chat.SendAsync(activity);

        Assert.StartsWith("That button no longer works.", reply.Texts[0], StringComparison.Ordinal);
    }
}
