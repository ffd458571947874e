using System.Security.Cryptography;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HartwoodPolicyBot.Tests.Authentication;

/// <summary>
/// Who issues the Bot Connector's tokens: an OpenID document and its keys over HTTP on this machine, and the private
/// keys.
/// </summary>
public sealed class FakeBotFramework : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";

    /// <summary>Made once for all tests: finding the primes of a key takes longer than most tests do.</summary>
    private static readonly RSAParameters First = NewNumbers();
    private static readonly RSAParameters Second = NewNumbers();

    private readonly WebApplication app;
    private readonly List<(RsaSecurityKey Key, string[] Endorsements)> published = [];
    private int documents;

    public FakeBotFramework()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/openid", (Delegate)Document);
        app.MapGet(
            "/keys",
            () =>
                Results.Text(new JsonObject { ["keys"] = new JsonArray([.. published.Select(Public)]) }.ToJsonString(), "application/json")
        );
        Publish(Key);
        Publish(ForWebChat, "webchat");
    }

    /// <summary>The key that signs unless a test says otherwise.</summary>
    public RsaSecurityKey Key { get; } = Named("first", First);

    /// <summary>A key that may not speak for Teams.</summary>
    public RsaSecurityKey ForWebChat { get; } = Named("web chat", Second);

    public string Address => $"{app.Urls.First()}/openid";

    /// <summary>The document cannot be had: the connection breaks off.</summary>
    public bool IsDown { get; set; }

    /// <summary>While this is set, the document is not given: the server is slow.</summary>
    public TaskCompletionSource? Slow { get; set; }

    /// <summary>What the published keys are for.</summary>
    public string Use { get; set; } = "sig";

    /// <summary>How often the document was asked for.</summary>
    public int Documents => documents;

    public static RsaSecurityKey NewKey(string kid, int bits = 2048) => Named(kid, NewNumbers(bits));

    public Task StartAsync() => app.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public void Publish(RsaSecurityKey key, params string[] endorsements) =>
        published.Add((key, endorsements.Length == 0 ? ["webchat", "msteams"] : endorsements));

    public void Withdraw(RsaSecurityKey key) => published.RemoveAll(known => known.Key == key);

    /// <summary>The claims of a good token for one service URL. Lifetimes are checked against the real clock, hence whole hours.</summary>
    public static JsonObject Claims(string serviceUrl)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new()
        {
            ["iss"] = Issuer,
            ["aud"] = BotIdentities.App,
            ["serviceurl"] = serviceUrl,
            ["nbf"] = now.AddHours(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(3).ToUnixTimeSeconds(),
        };
    }

    /// <summary>A signed token as it stands in the Authorization header.</summary>
    public static string Bearer(JsonObject claims, SecurityKey key, string algorithm = SecurityAlgorithms.RsaSha256) =>
        "Bearer "
        + new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            claims.ToJsonString(),
            new SigningCredentials(key, algorithm)
        );

    private static RSAParameters NewNumbers(int bits = 2048)
    {
        using var rsa = RSA.Create(bits);
        return rsa.ExportParameters(includePrivateParameters: true);
    }

    private static RsaSecurityKey Named(string kid, RSAParameters numbers) => new(RSA.Create(numbers)) { KeyId = kid };

    private async Task<IResult> Document(HttpContext http)
    {
        Interlocked.Increment(ref documents);
        await (Slow?.Task ?? Task.CompletedTask);
        if (IsDown)
        {
            http.Abort();
            return Results.Empty;
        }

        return Results.Json(
            new
            {
                issuer = Issuer,
                jwks_uri = $"{app.Urls.First()}/keys",
                id_token_signing_alg_values_supported = new[] { "RS256" },
            }
        );
    }

    private JsonNode Public((RsaSecurityKey Key, string[] Endorsements) known)
    {
        var numbers = known.Key.Rsa.ExportParameters(false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = Use,
            ["kid"] = known.Key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus!),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent!),
            ["endorsements"] = new JsonArray([.. known.Endorsements.Select(name => JsonValue.Create(name))]),
        };
    }
}
