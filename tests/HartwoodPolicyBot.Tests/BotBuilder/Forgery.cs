using System.Text;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Authentication;
using Microsoft.IdentityModel.Tokens;

namespace HartwoodPolicyBot.Tests.BotBuilder;

/// <summary>Is a request that this bot must refuse: a good one with one thing changed.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Here">This bot's reaction: its status, and whether it answered in the conversation.</param>
/// <param name="Stock">The reaction of the SDK's own adapter.</param>
public sealed record Forgery(string Name, string Here, string Stock)
{
    /// <summary>Changes the claims of a good token.</summary>
    public Action<JsonObject>? Claims { get; init; }

    /// <summary>Makes the header from the claims; when null, the good key signs.</summary>
    public Func<AuthenticatedHost, JsonObject, string?>? Authorization { get; init; }

    /// <summary>Changes a good activity.</summary>
    public Action<JsonObject>? Activity { get; init; }

    /// <summary>Changes the body that the activity was written as.</summary>
    public Func<string, string>? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    public Encoding Encoding { get; init; } = Encoding.UTF8;

    public override string ToString() => Name;

    /// <summary>Makes a new request each time, because a request can be sent only once.</summary>
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

        // The bot refuses a large body before it reads it. With "Expect: 100-continue" the client waits, so its connection is not cut
        // off while it sends.
        request.Headers.ExpectContinue = request.Content.Headers.ContentLength > 200_000;
        if ((Authorization ?? Signed)(bot, claims) is { } authorization)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return request;
    }

    /// <summary>Returns a header without a signature, or with a wrong one.</summary>
    public static string WithoutSignature(AuthenticatedHost bot, JsonObject claims, string algorithm)
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
