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
    [InlineData("""{"aud":1}""")]
    [InlineData("""{"aud":{}}""")]
    [InlineData("""{"serviceurl":["http://127.0.0.1"]}""")]
    public async Task A_claim_of_another_type_is_refused(string claim) =>
        await AssertRefusedAsync(header => { }, claims => Merge(claims, claim));

    [Fact]
    public async Task A_list_of_audiences_with_the_bot_and_something_that_is_no_text_is_refused() =>
        await AssertRefusedAsync(header => { }, claims => claims["aud"] = new JsonArray(claims["aud"]!.DeepClone(), 1));

    [Theory]
    [InlineData("""{"alg":""}""")]
    [InlineData("""{"alg":256}""")]
    [InlineData("""{"kid":""}""")]
    [InlineData("""{"kid":["first"]}""")]
    [InlineData("""{"typ":1}""")]
    public async Task A_header_with_an_empty_name_or_one_of_another_type_is_refused(string more) =>
        await AssertRefusedAsync(header => Merge(header, more), claims => { });

    [Theory]
    [InlineData("alg")]
    [InlineData("kid")]
    public async Task A_header_that_does_not_name_its_algorithm_or_key_is_refused(string name) =>
        await AssertRefusedAsync(header => header.Remove(name), claims => { });

    [Theory]
    [InlineData("[]", null)]
    [InlineData("\"RS256\"", null)]
    [InlineData("null", null)]
    [InlineData(null, "[]")]
    [InlineData(null, "1")]
    [InlineData(null, "null")]
    public async Task A_header_or_claims_that_are_no_object_are_refused(string? header, string? claims) =>
        (
            await bot.AskAsync(Signed(header ?? Header().ToJsonString(), claims ?? FakeBotFramework.Claims(bot.ServiceUrl).ToJsonString()))
        ).AssertRefused(HttpStatusCode.Unauthorized, "malformed token");

    [Theory]
    [InlineData("=")]
    [InlineData(" ")]
    [InlineData("\t")]
    public async Task A_header_that_ends_in_a_sign_beside_its_alphabet_is_refused(string end)
    {
        var claims = FakeBotFramework.Claims(bot.ServiceUrl).ToJsonString();
        var token = SignedParts(Base64UrlEncoder.Encode(Header().ToJsonString()) + end, Base64UrlEncoder.Encode(claims));

        (await bot.AskAsync(token)).AssertRefused(HttpStatusCode.Unauthorized, "malformed token");
    }

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
    private string Signed(string header, string claims) => SignedParts(Base64UrlEncoder.Encode(header), Base64UrlEncoder.Encode(claims));

    private string SignedParts(string header, string claims)
    {
        var signed = $"{header}.{claims}";
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
