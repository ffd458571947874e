using System.Text;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Authentication;
using Microsoft.IdentityModel.Tokens;

namespace HartwoodPolicyBot.Tests.BotBuilder;

/// <summary>A request that this bot must refuse: a good one with one thing changed.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Here">What this bot does: its status, and whether it answered in the conversation.</param>
/// <param name="Stock">What the SDK's own adapter does.</param>
public sealed record Forgery(string Name, string Here, string Stock)
{
    /// <summary>Changes the claims of a good token.</summary>
    public Action<JsonObject>? Claims { get; init; }

    /// <summary>Makes the header from the claims; the good key signs when null.</summary>
    public Func<AuthenticatedHost, JsonObject, string?>? Authorization { get; init; }

    /// <summary>Changes a good activity.</summary>
    public Action<JsonObject>? Activity { get; init; }

    /// <summary>Changes the body that the activity was written as.</summary>
    public Func<string, string>? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    public Encoding Encoding { get; init; } = Encoding.UTF8;

    public override string ToString() => Name;

    /// <summary>Makes the request anew, because one can be sent only once.</summary>
    public HttpRequestMessage Request(AuthenticatedHost bot, Chat chat)
    {
        var activity = chat.Activity("message");
        activity["text"] = "policy";
        Activity?.Invoke(activity);
        var claims = FakeBotFramework.Claims(activity["serviceUrl"]?.ToString() ?? bot.ServiceUrl);
        Claims?.Invoke(claims);
        var body = activity.ToJsonString();
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(Body?.Invoke(body) ?? body, Encoding, ContentType),
        };

        // A refusal of a large body comes before the body is read; a client that asks first is not cut off in mid-sentence.
        request.Headers.ExpectContinue = request.Content.Headers.ContentLength > 200_000;
        if ((Authorization ?? Signed)(bot, claims) is { } authorization)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return request;
    }

    /// <summary>A header without a signature, or with a wrong one.</summary>
    public static string Unsigned(AuthenticatedHost bot, JsonObject claims, string algorithm)
    {
        var header = new JsonObject
        {
            ["alg"] = algorithm,
            ["typ"] = "JWT",
            ["kid"] = bot.BotFramework.Key.KeyId,
        };
        return $"Bearer {Base64UrlEncoder.Encode(header.ToJsonString())}.{Base64UrlEncoder.Encode(claims.ToJsonString())}.";
    }

    private static string Signed(AuthenticatedHost bot, JsonObject claims) => FakeBotFramework.Bearer(claims, bot.BotFramework.Key);
}
