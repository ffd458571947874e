using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace HartwoodPolicyBot.Tests.Authentication;

/// <summary>A token that two readers could understand differently is refused, even if the right key has signed it.</summary>
public sealed class TokenFormTests(AuthenticatedHost bot) : IClassFixture<AuthenticatedHost>
{
    [Theory]
    [InlineData("""{"crit":["exp"],"exp":1}""")]
    [InlineData("""{"crit":[]}""")]
    [InlineData("""{"crit":["b64"],"b64":false}""")]
    [InlineData("""{"crit":null}""")]
    public async Task An_extension_that_must_be_understood_is_not(string more) =>
        await AssertRefusedAsync(header => Merge(header, more), claims => { });

    [Fact]
    public async Task A_key_that_is_named_by_its_thumbprint_alone_is_not_looked_for() =>
        await AssertRefusedAsync(
            header =>
            {
                header["x5t"] = header["kid"]!.GetValue<string>();
                header.Remove("kid");
            },
            claims => { }
        );

    [Fact]
    public async Task A_key_that_is_named_by_its_thumbprint_beside_the_id_of_another_is_not_used()
    {
        var header = Header();
        (header["kid"], header["x5t"]) = (bot.BotFramework.ForWebChat.KeyId, bot.BotFramework.Key.KeyId);

        (await bot.AskAsync(Signed(header.ToJsonString(), FakeBotFramework.Claims(bot.ServiceUrl).ToJsonString()))).AssertRefused(
            HttpStatusCode.Unauthorized,
            nameof(SecurityTokenInvalidSignatureException)
        );
    }

    [Theory]
    [InlineData("""{"exp":"9999999999"}""")]
    [InlineData("""{"exp":1e99}""")]
    [InlineData("""{"nbf":"0"}""")]
    [InlineData("""{"nbf":null}""")]
    [InlineData("""{"iat":"yesterday"}""")]
    [InlineData("""{"iss":["https://api.botframework.com"]}""")]
    [InlineData("""{"aud":[1]}""")]
    [InlineData("""{"serviceurl":["http://127.0.0.1"]}""")]
    public async Task A_claim_of_another_type_is_refused(string claim) =>
        await AssertRefusedAsync(header => { }, claims => Merge(claims, claim));

    [Theory]
    [InlineData("\"iss\":\"https://api.botframework.com\"")]
    [InlineData("\"serviceurl\":\"https://elsewhere.example/\"")]
    [InlineData("\"exp\":9999999999")]
    public async Task A_claim_that_is_there_twice_is_refused(string claim)
    {
        var claims = FakeBotFramework.Claims(bot.ServiceUrl).ToJsonString();

        (await bot.AskAsync(Signed(Header().ToJsonString(), $"{{{claim},{claims[1..]}"))).AssertRefused(
            HttpStatusCode.Unauthorized,
            "malformed token"
        );
    }

    [Theory]
    [InlineData("/")]
    [InlineData(" ")]
    public async Task An_audience_that_is_nearly_the_bot_is_refused(string end)
    {
        var attempt = await bot.AskAsync(bot.Bearer(claims => claims["aud"] = claims["aud"]!.GetValue<string>() + end));

        attempt.AssertRefused(HttpStatusCode.Unauthorized, "SecurityTokenInvalidAudienceException");
    }

    [Theory]
    [InlineData("bearer {0}", "no token")]
    [InlineData("BEARER {0}", "no token")]
    [InlineData("Bearer  {0}", "malformed token")]
    [InlineData("Bearer {0} x", "malformed token")]
    [InlineData("Bearer {0},Bearer {0}", "malformed token")]
    [InlineData("Bearer {0}=", "malformed token")]
    [InlineData("Bearer {0}.", "malformed token")]
    [InlineData("Bearer {0}.e30", "malformed token")]
    public async Task A_header_in_another_form_is_refused(string form, string reason)
    {
        var token = bot.Bearer()["Bearer ".Length..];

        (await bot.AskAsync(form.Replace("{0}", token, StringComparison.Ordinal))).AssertRefused(HttpStatusCode.Unauthorized, reason);
    }

    [Fact]
    public async Task A_good_token_in_the_same_hand_is_accepted() =>
        (await bot.AskAsync(Signed(Header().ToJsonString(), FakeBotFramework.Claims(bot.ServiceUrl).ToJsonString()))).AssertAnswered();

    private async Task AssertRefusedAsync(Action<JsonObject> inHeader, Action<JsonObject> inClaims)
    {
        var (header, claims) = (Header(), FakeBotFramework.Claims(bot.ServiceUrl));
        inHeader(header);
        inClaims(claims);

        (await bot.AskAsync(Signed(header.ToJsonString(), claims.ToJsonString()))).AssertRefused(
            HttpStatusCode.Unauthorized,
            "malformed token"
        );
    }

    private JsonObject Header() =>
        new()
        {
            ["alg"] = "RS256",
            ["typ"] = "JWT",
            ["kid"] = bot.BotFramework.Key.KeyId,
        };

    /// <summary>Signs by hand what the library would not write.</summary>
    private string Signed(string header, string claims)
    {
        var signed = $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(claims)}";
        var signature = bot.BotFramework.Key.Rsa.SignData(
            Encoding.ASCII.GetBytes(signed),
            System.Security.Cryptography.HashAlgorithmName.SHA256,
            System.Security.Cryptography.RSASignaturePadding.Pkcs1
        );
        return $"Bearer {signed}.{Base64UrlEncoder.Encode(signature)}";
    }

    private static void Merge(JsonObject into, string more)
    {
        foreach (var (name, value) in JsonNode.Parse(more)!.AsObject())
        {
            into[name] = value?.DeepClone();
        }
    }
}
