using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;
using Microsoft.IdentityModel.Tokens;

namespace HartwoodPolicyBot.Tests.Authentication;

public sealed class TokenTests(AuthenticatedHost bot) : IClassFixture<AuthenticatedHost>
{
    private const string NoKey = "SecurityTokenSignatureKeyNotFoundException";

    [Fact]
    public async Task A_good_token_is_answered_with_the_bots_own_token()
    {
        var attempt = await bot.AskAsync(bot.Bearer());

        attempt.AssertAnswered();
        Assert.Equal($"Bearer {FakeEntra.Token}", attempt.Sent[0].Authorization);
    }

    [Fact]
    public async Task The_bots_own_token_is_requested_once()
    {
        for (var turn = 0; turn < 5; turn++)
        {
            (await bot.AskAsync(bot.Bearer())).AssertAnswered();
        }

        Assert.Equal(1, bot.Entra.Asked);
        Assert.StartsWith(
            $"https://login.microsoftonline.com/{BotIdentities.Tenant}/oauth2/v2.0/token ",
            bot.Entra.LastRequest,
            StringComparison.Ordinal
        );
        Assert.Contains($"client_id={BotIdentities.App}", bot.Entra.LastRequest, StringComparison.Ordinal);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default", bot.Entra.LastRequest, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "no token")]
    [InlineData("", "no token")]
    [InlineData("Basic dXNlcjpwYXNz", "no token")]
    [InlineData("Bearer", "no token")]
    [InlineData("Bearer ", "no token")]
    [InlineData("Bearer nonsense", "malformed token")]
    [InlineData("Bearer a.b.c", "malformed token")]
    [InlineData("Bearer ..", "malformed token")]
    public async Task No_token_or_a_malformed_one_is_refused(string? authorization, string reason)
    {
        var attempt = await bot.AskAsync(authorization);

        attempt.AssertRefused(HttpStatusCode.Unauthorized, reason);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("nOnE")]
    public async Task A_token_without_a_signature_is_refused(string algorithm)
    {
        var header = new JsonObject
        {
            ["alg"] = algorithm,
            ["typ"] = "JWT",
            ["kid"] = bot.BotFramework.Key.KeyId,
        };
        var token =
            $"{Base64UrlEncoder.Encode(header.ToJsonString())}."
            + $"{Base64UrlEncoder.Encode(FakeBotFramework.Claims(bot.ServiceUrl).ToJsonString())}.";

        var attempt = await bot.AskAsync("Bearer " + token);

        attempt.AssertRefused(HttpStatusCode.Unauthorized, "SecurityTokenInvalidSignatureException");
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_secret_is_refused()
    {
        var parts = bot.BotFramework.Key.Rsa;
        foreach (
            var secret in new[]
            {
                parts.ExportSubjectPublicKeyInfo(),
                parts.ExportRSAPublicKey(),
                Encoding.UTF8.GetBytes(parts.ExportSubjectPublicKeyInfoPem()),
            }
        )
        {
            var key = new SymmetricSecurityKey(secret) { KeyId = bot.BotFramework.Key.KeyId };
            var attempt = await bot.AskAsync(
                FakeBotFramework.Bearer(FakeBotFramework.Claims(bot.ServiceUrl), key, SecurityAlgorithms.HmacSha256)
            );

            attempt.AssertRefused(HttpStatusCode.Unauthorized, "SecurityTokenInvalidSignatureException");
        }
    }

    [Fact]
    public async Task A_token_signed_by_another_key_with_the_same_id_is_refused()
    {
        var forged = FakeBotFramework.NewKey(bot.BotFramework.Key.KeyId);

        var attempt = await bot.AskAsync(FakeBotFramework.Bearer(FakeBotFramework.Claims(bot.ServiceUrl), forged));

        attempt.AssertRefused(HttpStatusCode.Unauthorized, "SecurityTokenInvalidSignatureException");
    }

    [Fact]
    public async Task A_token_that_was_changed_after_it_was_signed_is_refused()
    {
        var parts = bot.Bearer(claims => claims["serviceurl"] = "https://elsewhere.example/").Split('.');
        parts[1] = Base64UrlEncoder.Encode(FakeBotFramework.Claims(bot.ServiceUrl).ToJsonString());

        var attempt = await bot.AskAsync(string.Join('.', parts));

        attempt.AssertRefused(HttpStatusCode.Unauthorized, "SecurityTokenInvalidSignatureException");
    }

    [Theory]
    [InlineData("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", "SecurityTokenInvalidIssuerException")]
    [InlineData("iss", null, "SecurityTokenInvalidIssuerException")]
    [InlineData("aud", "99999999-2222-3333-4444-555555555555", "SecurityTokenInvalidAudienceException")]
    [InlineData("aud", null, "SecurityTokenInvalidAudienceException")]
    [InlineData("exp", null, "SecurityTokenNoExpirationException")]
    public async Task A_token_with_a_wrong_or_missing_claim_is_refused(string claim, string? value, string reason)
    {
        var attempt = await bot.AskAsync(bot.Bearer(claims => Change(claims, claim, value)));

        attempt.AssertRefused(HttpStatusCode.Unauthorized, reason);
    }

    [Theory]
    [InlineData(-6, -30, "SecurityTokenExpiredException")]
    [InlineData(6, 600, "SecurityTokenNotYetValidException")]
    public async Task A_token_outside_its_lifetime_is_refused(int oneEnd, int otherEnd, string reason)
    {
        var now = TimeProvider.System.GetUtcNow();
        var attempt = await bot.AskAsync(
            bot.Bearer(claims =>
            {
                claims["nbf"] = now.AddMinutes(Math.Min(oneEnd, otherEnd)).ToUnixTimeSeconds();
                claims["exp"] = now.AddMinutes(Math.Max(oneEnd, otherEnd)).ToUnixTimeSeconds();
            })
        );

        attempt.AssertRefused(HttpStatusCode.Unauthorized, reason);
    }

    [Fact]
    public async Task A_clock_that_is_a_few_minutes_off_is_forgiven()
    {
        var now = TimeProvider.System.GetUtcNow();

        (await bot.AskAsync(bot.Bearer(claims => claims["exp"] = now.AddMinutes(-3).ToUnixTimeSeconds()))).AssertAnswered();
        (await bot.AskAsync(bot.Bearer(claims => claims["nbf"] = now.AddMinutes(3).ToUnixTimeSeconds()))).AssertAnswered();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://smba.trafficmanager.net/uk/")]
    public async Task A_token_for_another_service_url_is_refused(string? serviceUrl)
    {
        var attempt = await bot.AskAsync(bot.Bearer(claims => Change(claims, "serviceurl", serviceUrl)));

        attempt.AssertRefused(HttpStatusCode.Forbidden, "service URL differs from the token's");
    }

    [Fact]
    public async Task A_token_by_a_key_that_is_not_endorsed_for_Teams_is_refused()
    {
        var key = FakeBotFramework.NewKey("webchat-only");
        bot.BotFramework.Publish(key, "webchat", "msteams2");
        bot.Time.Advance(TimeSpan.FromDays(1));

        var attempt = await bot.AskAsync(FakeBotFramework.Bearer(FakeBotFramework.Claims(bot.ServiceUrl), key));

        attempt.AssertRefused(HttpStatusCode.Forbidden, "not endorsed for Teams");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("webchat")]
    [InlineData("MSTEAMS")]
    public async Task An_activity_of_another_Bot_Framework_channel_is_refused(string? channel)
    {
        var attempt = await bot.AskAsync(bot.Bearer(), activity => Change(activity, "channelId", channel));

        attempt.AssertRefused(HttpStatusCode.Forbidden, "not endorsed for Teams");
    }

    [Fact]
    public async Task A_token_by_an_unknown_key_is_refused()
    {
        var attempt = await bot.AskAsync(
            FakeBotFramework.Bearer(FakeBotFramework.Claims(bot.ServiceUrl), FakeBotFramework.NewKey("unknown"))
        );

        attempt.AssertRefused(HttpStatusCode.Unauthorized, NoKey);
    }

    private static void Change(JsonObject parent, string name, string? value)
    {
        if (value is null)
        {
            parent.Remove(name);
        }
        else
        {
            parent[name] = value;
        }
    }
}
