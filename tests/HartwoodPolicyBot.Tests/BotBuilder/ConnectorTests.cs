using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Testing;
using Microsoft.AspNetCore.Http;

namespace HartwoodPolicyBot.Tests.BotBuilder;

public sealed class ConnectorTests(ConnectorHost bot) : IClassFixture<ConnectorHost>
{
    private const string Thread = "19:abc/ä b@thread.tacv2;messageid=1";
    private const string EscapedThread = "19%3Aabc%2F%C3%A4%20b%40thread.tacv2%3Bmessageid%3D1";

    private ConversationAddress There => new(bot.Teams.ServiceUrl, Thread);

    [Fact]
    public async Task A_message_is_posted_into_the_conversation()
    {
        bot.Answering();
        var result = await bot.RunAsync(connector =>
            connector.SendToConversationAsync(There, ConnectorHost.Message(), CancellationToken.None)
        );

        AssertSent($"POST /v3/conversations/{EscapedThread}/activities", "Hello");
        Assert.Equal(TeamsOutcome.Done, result.Outcome);
        Assert.StartsWith("sent-", result.Value!.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_is_posted_to_the_message()
    {
        bot.Answering();
        await bot.RunAsync(connector =>
            connector.ReplyToActivityAsync(There, "1:a/b?c#d", ConnectorHost.Message(), CancellationToken.None)
        );

        AssertSent($"POST /v3/conversations/{EscapedThread}/activities/1%3Aa%2Fb%3Fc%23d", "Hello");
    }

    [Fact]
    public async Task An_edit_replaces_the_message()
    {
        bot.Answering();
        await bot.RunAsync(connector => connector.UpdateActivityAsync(There, "1:a", ConnectorHost.Message(), CancellationToken.None));

        AssertSent($"PUT /v3/conversations/{EscapedThread}/activities/1%3Aa", "Hello");
    }

    [Fact]
    public async Task A_message_is_deleted()
    {
        bot.Answering(_ => Results.StatusCode(200));
        var result = await bot.RunAsync(connector => connector.DeleteActivityAsync(There, "1:a", CancellationToken.None));

        AssertSent($"DELETE /v3/conversations/{EscapedThread}/activities/1%3Aa", null);
        Assert.True(result.Succeeded);
    }

    [Fact]
    public async Task A_chat_with_a_person_is_opened_in_their_tenant()
    {
        bot.Answering(_ => Results.Json(new { id = "a:new" }, statusCode: 201));
        var result = await bot.RunAsync(connector =>
            connector.CreateConversationAsync(
                bot.Teams.ServiceUrl,
                NewConversation.WithPerson(Chat.BotId, "29:person", BotIdentities.Tenant),
                CancellationToken.None
            )
        );

        Assert.Equal("POST /v3/conversations", bot.Arrived[^1].Target);
        var body = bot.Teams.Requests[^1].Body;
        Assert.Equal(Chat.BotId, body.GetProperty("bot").GetProperty("id").GetString());
        Assert.Equal("29:person", body.GetProperty("members")[0].GetProperty("id").GetString());
        Assert.Equal(BotIdentities.Tenant, body.GetProperty("tenantId").GetString());
        Assert.Equal(BotIdentities.Tenant, body.GetProperty("channelData").GetProperty("tenant").GetProperty("id").GetString());
        Assert.False(body.GetProperty("isGroup").GetBoolean());
        Assert.Equal("a:new", result.Value!.Id);
    }

    [Fact]
    public async Task A_thread_in_a_channel_is_opened_with_its_first_message()
    {
        bot.Answering(_ => Results.Json(new { id = "19:c;messageid=7", activityId = "7" }, statusCode: 201));
        var result = await bot.RunAsync(connector =>
            connector.CreateConversationAsync(
                bot.Teams.ServiceUrl,
                NewConversation.InChannel("19:c", ConnectorHost.Message("First")),
                CancellationToken.None
            )
        );

        var body = bot.Teams.Requests[^1].Body;
        Assert.True(body.GetProperty("isGroup").GetBoolean());
        Assert.Equal("19:c", body.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString());
        Assert.Equal("First", body.GetProperty("activity").GetProperty("text").GetString());
        Assert.Equal(("19:c;messageid=7", "7"), (result.Value!.Id, result.Value.ActivityId));
    }

    [Fact]
    public async Task Members_are_read_over_several_pages()
    {
        bot.Answering(Page("x y/1", "29:a", "29:b"), Page("2", "29:c"), Page(null, "29:d"));
        var result = await MembersAsync();

        Assert.Equal(["29:a", "29:b", "29:c", "29:d"], result.Value!.Select(member => member.Id));
        Assert.Equal(
            [
                $"GET /v3/conversations/{EscapedThread}/pagedmembers?pageSize=500",
                $"GET /v3/conversations/{EscapedThread}/pagedmembers?pageSize=500&continuationToken=x%20y%2F1",
                $"GET /v3/conversations/{EscapedThread}/pagedmembers?pageSize=500&continuationToken=2",
            ],
            bot.Arrived.Select(request => request.Target)
        );
    }

    [Fact]
    public async Task Pages_of_members_that_repeat_do_not_go_on_for_ever()
    {
        bot.Answering(Page("1", "29:a"), Page("2", "29:b"), Page("1", "29:c"), Page("2", "29:d"), Page("1", "29:e"), Page("2", "29:f"));
        var result = await MembersAsync();

        Assert.True(result.Succeeded);
        Assert.Equal(3, bot.Arrived.Count);
    }

    [Fact]
    public async Task A_member_list_that_breaks_off_half_way_is_not_used()
    {
        bot.Answering(Page("1", "29:a"), ConnectorHost.Status(403));
        var result = await MembersAsync();

        Assert.Equal((TeamsOutcome.Blocked, null), (result.Outcome, result.Value));
    }

    [Fact]
    public async Task One_member_is_requested_by_an_escaped_id()
    {
        bot.Answering(_ =>
            Results.Json(
                new
                {
                    id = "29:a/b",
                    name = "Asha",
                    aadObjectId = "0-1",
                    userRole = "user",
                }
            )
        );
        var result = await bot.RunAsync(connector => connector.GetConversationMemberAsync(There, "29:a/b", CancellationToken.None));

        Assert.Equal($"GET /v3/conversations/{EscapedThread}/members/29%3Aa%2Fb", Assert.Single(bot.Arrived).Target);
        Assert.Equal(("Asha", "0-1"), (result.Value!.Name, result.Value.AadObjectId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Accepted</html>")]
    [InlineData("[1, 2")]
    [InlineData("\"an id\"")]
    [InlineData("{\"id\": 7}")]
    [InlineData("{\"id\": \"\\ud800\"}")]
    public async Task A_success_without_a_readable_id_counts_as_done(string answer)
    {
        bot.Answering(_ => Results.Text(answer, "application/json", statusCode: 202));
        var result = await bot.SendAsync();

        Assert.Equal((TeamsOutcome.Done, null), (result.Outcome, result.Value?.Id));
        Assert.Single(bot.Arrived);
    }

    [Theory]
    [InlineData(40_000, true)]
    [InlineData(41_000, false)]
    public async Task A_message_over_the_size_limit_is_not_sent(int letters, bool fits)
    {
        foreach (var letter in new[] { 'x', 'ä', '€' })
        {
            bot.Answering();
            var result = await bot.RunAsync(connector =>
                connector.SendToConversationAsync(
                    bot.Somewhere(),
                    ConnectorHost.Message(new string(letter, letters)),
                    CancellationToken.None
                )
            );

            Assert.Equal(fits ? TeamsOutcome.Done : TeamsOutcome.TooLarge, result.Outcome);
            Assert.Equal(fits ? 1 : 0, bot.Arrived.Count);
        }
    }

    private static Func<HttpContext, IResult?> Page(string? next, params string[] members) =>
        _ => Results.Json(new { continuationToken = next, members = members.Select(id => new { id }) });

    private Task<TeamsResult<IReadOnlyList<TeamsAccount>>> MembersAsync() =>
        bot.RunAsync(connector => connector.GetConversationMembersAsync(There, CancellationToken.None));

    private void AssertSent(string target, string? text)
    {
        Assert.Equal(target, Assert.Single(bot.Arrived).Target);
        var body = bot.Teams.Requests[^1].Body;
        Assert.Equal(text, text is null ? null : body.GetProperty("text").GetString());
    }
}
