using System.Net;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.Authentication;

public sealed class TenantTests(AuthenticatedHost bot) : IClassFixture<AuthenticatedHost>
{
    private const string Foreign = "ffffffff-bbbb-cccc-dddd-eeeeeeeeeeee";

    [Theory]
    [InlineData(Foreign, Foreign)]
    [InlineData(Foreign, BotIdentities.Tenant)]
    [InlineData(BotIdentities.Tenant, Foreign)]
    [InlineData(Foreign, null)]
    [InlineData(null, Foreign)]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData(BotIdentities.Tenant + " ", null)]
    public async Task Another_tenant_is_refused_wherever_it_is_named(string? inConversation, string? inChannelData)
    {
        var attempt = await bot.AskAsync(bot.Bearer(), activity => Name(activity, inConversation, inChannelData));

        attempt.AssertRefused(HttpStatusCode.Forbidden, "tenant not allowed");
    }

    [Theory]
    [InlineData(BotIdentities.Tenant, null)]
    [InlineData(null, BotIdentities.Tenant)]
    [InlineData("AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE", null)]
    public async Task The_practices_tenant_may_be_named_in_only_one_place(string? inConversation, string? inChannelData)
    {
        var attempt = await bot.AskAsync(bot.Bearer(), activity => Name(activity, inConversation, inChannelData));

        attempt.AssertAnswered();
    }

    [Fact]
    public async Task A_second_tenant_field_in_one_object_does_not_let_a_foreign_tenant_in()
    {
        var text = bot.Chat()
            .Activity("message")
            .ToJsonString()
            .Replace(
                $"\"tenantId\":\"{BotIdentities.Tenant}\"",
                $"\"tenantId\":\"{BotIdentities.Tenant}\",\"tenantId\":\"{Foreign}\"",
                StringComparison.Ordinal
            );

        using var response = await bot.PostAsync(text, bearer: bot.Bearer());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net@127.0.0.1/")]
    [InlineData("https://evil.example/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://localhost:1/")]
    [InlineData("file:///etc/passwd")]
    public async Task A_service_url_that_is_not_allowed_gets_no_answer_and_no_token(string serviceUrl)
    {
        var asked = bot.Entra.Asked;
        var attempt = await bot.AskAsync(
            bot.Bearer(claims => claims["serviceurl"] = serviceUrl),
            activity => activity["serviceUrl"] = serviceUrl
        );

        attempt.AssertRefused(HttpStatusCode.Forbidden, "service URL on a host that is not allowed");
        Assert.Equal(asked, bot.Entra.Asked);
    }

    private static void Name(JsonObject activity, string? inConversation, string? inChannelData)
    {
        activity["conversation"]!["tenantId"] = inConversation;
        activity["channelData"] = inChannelData is null ? null : new JsonObject { ["tenant"] = new JsonObject { ["id"] = inChannelData } };
    }
}
