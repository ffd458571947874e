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
/// Plays the issuer of the Bot Connector's tokens: serves an OpenID document and its keys over HTTP on this machine, and holds the
/// private keys.
/// </summary>
public sealed class FakeBotFramework : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";
    private readonly WebApplication app;
    private readonly List<(RsaSecurityKey Key, string[] Endorsements)> published = [];
    private int documents;

    public FakeBotFramework()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/openid", Document);
        app.MapGet(
            "/keys",
            () =>
                Results.Text(new JsonObject { ["keys"] = new JsonArray([.. published.Select(Public)]) }.ToJsonString(), "application/json")
        );
        Publish(Key);
        Publish(ForWebChat, "webchat");
    }

    /// <summary>Returns the key that signs unless a test says otherwise.</summary>
    public RsaSecurityKey Key { get; } = NewKey("first");

    /// <summary>Returns a key that is not endorsed for Teams.</summary>
    public RsaSecurityKey ForWebChat { get; } = NewKey("web chat");

    public string Address => $"{app.Urls.First()}/openid";

    /// <summary>Says whether the document is unavailable: the connection breaks off.</summary>
    public bool IsDown { get; set; }

    /// <summary>Counts the requests for the document.</summary>
    public int Documents => documents;

    public static RsaSecurityKey NewKey(string kid) => new(RSA.Create(2048)) { KeyId = kid };

    public Task StartAsync() => app.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public void Publish(RsaSecurityKey key, params string[] endorsements) =>
        published.Add((key, endorsements.Length == 0 ? ["webchat", "msteams"] : endorsements));

    public void Withdraw(RsaSecurityKey key) => published.RemoveAll(known => known.Key == key);

    /// <summary>
    /// Returns the claims of a good token for one service URL. Lifetimes are checked against the real clock, so they are whole hours.
    /// </summary>
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

    /// <summary>Returns a signed token in the format of the Authorization header.</summary>
    public static string Bearer(JsonObject claims, SecurityKey key, string algorithm = SecurityAlgorithms.RsaSha256) =>
        "Bearer "
        + new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            claims.ToJsonString(),
            new SigningCredentials(key, algorithm)
        );

    private IResult? Document(HttpContext http)
    {
        Interlocked.Increment(ref documents);
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

    private static JsonNode Public((RsaSecurityKey Key, string[] Endorsements) known)
    {
        var numbers = known.Key.Rsa.ExportParameters(false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = known.Key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus!),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent!),
            ["endorsements"] = new JsonArray([.. known.Endorsements.Select(name => JsonValue.Create(name))]),
        };
    }
}
