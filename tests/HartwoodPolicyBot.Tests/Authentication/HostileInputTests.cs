using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Teams.Authentication;
using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.Authentication;

/// <summary>Everything that an outsider, or a member of staff with a changed client, may send is answered safely.</summary>
public sealed class HostileInputTests(BotHost bot) : IClassFixture<BotHost>
{
    [Theory]
    [InlineData("serviceUrl", "ServiceUrl")]
    [InlineData("conversation", "Conversation")]
    [InlineData("from", "FROM")]
    [InlineData("type", "Type")]
    public async Task A_field_name_in_another_case_is_a_different_field(string name, string variant)
    {
        var text = bot.Chat().Activity("message").ToJsonString().Replace($"\"{name}\":", $"\"{variant}\":", StringComparison.Ordinal);

        await AssertRefusedAsync(text, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("""{"text":"\ud800"}""")]
    [InlineData("""{"id":"\udc00"}""")]
    [InlineData("""{"value":"\ud800"}""")]
    [InlineData("""{"value":{"verb":"ask","id":"\udc00\ud800 can I post?"}}""")]
    [InlineData("""{"value":{"action":{"verb":"\ud800"}}}""")]
    [InlineData("""{"value":{"\ud800":"x"}}""")]
    [InlineData("""{"value":{"a":[1,{"b":["\ud83d\ud83d"]}]}}""")]
    [InlineData("""{"text":7e9999}""")]
    [InlineData("""{"text":["help"]}""")]
    [InlineData("""{"conversation":"a:b"}""")]
    [InlineData("""{"conversation":{"id":1e400}}""")]
    [InlineData("""{"conversation":null}""")]
    [InlineData("""{"conversation":{}}""")]
    [InlineData("""{"conversation":{"id":""}}""")]
    [InlineData("""{"from":null}""")]
    [InlineData("""{"from":{"id":""}}""")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"serviceUrl":"relative"}""")]
    [InlineData("""{"serviceUrl":"http://["}""")]
    [InlineData("""{"serviceUrl":" http://127.0.0.1"}""")]
    [InlineData("""{"serviceUrl":"http://127.0.0.1/\n"}""")]
    [InlineData("""{"serviceUrl":"\r\n\r\nError: forged"}""")]
    [InlineData("""{"entities":{}}""")]
    public async Task A_field_that_cannot_be_read_is_refused(string change)
    {
        var activity = bot.Chat().Activity("message").ToJsonString();

        // If a field appears twice, both the check and the bot use the last one.
        await AssertRefusedAsync(activity[..^1] + "," + change[1..], HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("""{"value":{"verb":["ask"],"id":{}}}""")]
    [InlineData("""{"value":{"verb":"ask","id":"\u0000"}}""")]
    [InlineData("""{"value":{"verb":1e999999,"id":-1e-999999}}""")]
    [InlineData("""{"entities":[null],"text":"help"}""")]
    [InlineData("""{"entities":[{"type":"mention","text":"","mentioned":null}],"text":"help"}""")]
    [InlineData("""{"attachments":[null,{"content":"\ud800"}],"text":"help"}""")]
    public async Task A_message_with_strange_parts_is_answered_without_a_fault(string change)
    {
        var chat = bot.Chat();
        var logged = bot.Log.All.Count;
        using var response = await bot.PostAsync(chat.Activity("message").ToJsonString()[..^1] + "," + change[1..]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(chat.Sent);
        Assert.DoesNotContain(bot.Log.All.Skip(logged), line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"value":{"action":{"verb":"ask","data":[]}}}""")]
    [InlineData("""{"value":{"action":[]}}""")]
    [InlineData("""{"value":"ask"}""")]
    [InlineData("""{"value":null}""")]
    public async Task A_click_with_strange_parts_is_refused_without_a_fault(string change)
    {
        var chat = bot.Chat();
        var activity = chat.Activity("invoke");
        activity["name"] = "adaptiveCard/action";
        var logged = bot.Log.All.Count;
        using var response = await bot.PostAsync(activity.ToJsonString()[..^1] + "," + change[1..]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(400, JsonNode.Parse(await response.Content.ReadAsStringAsync())!["statusCode"]!.GetValue<int>());
        Assert.DoesNotContain(bot.Log.All.Skip(logged), line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_entity_that_is_null_does_not_count_as_a_mention()
    {
        var chat = bot.Chat("groupChat");
        var activity = chat.Activity("message");
        activity["entities"] = new JsonArray(null, null);
        activity["text"] = "help";

        await chat.SendAsync(activity);

        Assert.Equal(HttpStatusCode.OK, chat.Status);
        Assert.Empty(chat.Sent);
        Assert.DoesNotContain(bot.Log.All, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_event_with_null_members_welcomes_nobody()
    {
        var chat = bot.Chat();
        var activity = chat.Activity("conversationUpdate");
        activity["membersAdded"] = new JsonArray(null, new JsonObject { ["id"] = null });

        await chat.SendAsync(activity);

        Assert.Equal(HttpStatusCode.OK, chat.Status);
        Assert.Empty(chat.Sent);
        Assert.DoesNotContain(bot.Log.All, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("replyToId")]
    [InlineData("conversation", "id")]
    [InlineData("from", "id")]
    [InlineData("from", "aadObjectId")]
    [InlineData("recipient", "id")]
    [InlineData("channelData", "team", "id")]
    [InlineData("channelData", "channel", "id")]
    [InlineData("channelData", "settings", "selectedChannel", "id")]
    public async Task An_id_that_is_longer_than_any_of_Teams_is_refused(params string[] path)
    {
        await AssertRefusedAsync(WithId(path, new string('a', ActivityRules.LongestId + 1)), HttpStatusCode.BadRequest);

        await bot.Chat().SendAsync(JsonNode.Parse(WithId(path, new string('a', ActivityRules.LongestId)))!.AsObject());
        Assert.DoesNotContain(bot.Log.All, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("value")]
    [InlineData("unknown")]
    public async Task Extremely_deep_nesting_is_refused(string field)
    {
        foreach (var depth in new[] { 64, 1000, 100_000 })
        {
            var nested =
                bot.Chat().Activity("message").ToJsonString()[..^1] + $",\"{field}\":{new string('[', depth)}{new string(']', depth)}}}";

            await AssertRefusedAsync(nested, HttpStatusCode.BadRequest);
        }
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/jsonp", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_form_posted_by_a_web_page_is_refused(string contentType, HttpStatusCode status) =>
        await AssertRefusedAsync(bot.Chat().Activity("message").ToJsonString(), status, contentType);

    [Fact]
    public async Task A_body_in_another_encoding_is_refused()
    {
        using var content = new StringContent(bot.Chat().Activity("message").ToJsonString(), Encoding.Unicode, "application/json");
        using var response = await bot.Http.PostAsync("/api/messages", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_body_that_does_not_say_its_size_is_cut_off_at_the_limit()
    {
        var (sent, logged) = (bot.Teams.Requests.Count, bot.Log.All.Count);
        var activity = bot.Chat().Activity("message");
        activity["text"] = new string('x', 300_000);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = true;
        using var response = await bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(sent, bot.Teams.Requests.Count);
        Assert.Single(bot.Log.All.Skip(logged));
    }

    [Fact]
    public async Task Nobody_can_forge_lines_in_the_log()
    {
        var chat = bot.Chat();
        foreach (var field in new[] { "type", "name", "action", "id", "channelId", "text" })
        {
            var activity = chat.Activity("invoke");
            activity[field] = "x\r\nError: forged line";
            await chat.SendAsync(activity.DeepClone());
            await chat.SendAsync(activity);
        }

        Assert.DoesNotContain(bot.Log.All, line => line.Contains("forged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_credentials_a_foreign_web_page_cannot_pass_for_this_machine_by_its_host_name()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/json"),
        };
        request.Headers.Host = "evil.example";
        var logged = bot.Log.All.Count;

        using var response = await bot.Http.SendAsync(request);

        // The host name is refused before anything reads the activity.
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain(bot.Log.All.Skip(logged), line => line.Contains("Activity refused", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-For", "10.0.0.1")]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    public async Task Forwarding_headers_of_a_caller_change_nothing(string name, string value)
    {
        var chat = bot.Chat();
        var activity = chat.Activity("message");
        activity["text"] = "policy";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation(name, value);
        using var response = await bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain(value, Assert.Single(chat.Sent).Body.GetRawText(), StringComparison.Ordinal);
    }

    private string WithId(string[] path, string id)
    {
        var activity = bot.Chat().Activity("message");
        var at = activity;
        foreach (var name in path[..^1])
        {
            at[name] ??= new JsonObject();
            at = at[name]!.AsObject();
        }

        at[path[^1]] = id;
        return activity.ToJsonString();
    }

    private async Task AssertRefusedAsync(string body, HttpStatusCode status, string contentType = "application/json")
    {
        var (sent, logged) = (bot.Teams.Requests.Count, bot.Log.All.Count);
        using var response = await bot.PostAsync(body, contentType);

        Assert.Equal(status, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
        Assert.Equal(sent, bot.Teams.Requests.Count);
        Assert.StartsWith(
            $"Warning: Activity refused with {(int)status}: ",
            Assert.Single(bot.Log.All.Skip(logged)),
            StringComparison.Ordinal
        );
    }
}
