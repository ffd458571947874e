using System.Text;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Tests.Authentication;
using Microsoft.IdentityModel.Tokens;

namespace HartwoodPolicyBot.Tests.BotBuilder;

/// <summary>Lists the forged requests, with this bot's answer to each and that of the SDK's own adapter.</summary>
public static class Forgeries
{
    private const string Elsewhere = "ffffffff-bbbb-cccc-dddd-eeeeeeeeeeee";

    public static IReadOnlyList<Forgery> All { get; } = [.. Tokens(), .. Activities(), .. Bodies()];

    private static IEnumerable<Forgery> Tokens() =>
        [
            new("no token", "401", "401") { Authorization = (_, _) => null },
            new("an empty token", "401", "401") { Authorization = (_, _) => "Bearer " },
            new("a password for a token", "401", "401") { Authorization = (_, _) => "Basic dXNlcjpwYXNz" },
            new("a word for a token", "401", "500") { Authorization = (_, _) => "Bearer nonsense" },
            new("three letters for a token", "401", "500") { Authorization = (_, _) => "Bearer a.b.c" },
            new("two dots for a token", "401", "500") { Authorization = (_, _) => "Bearer .." },
            new("a token without signature", "401", "500")
            {
                Authorization = (bot, claims) => Forgery.WithoutSignature(bot, claims, "none"),
            },
            new("a token with the public key as a secret", "401", "500") { Authorization = WithPublicKey },
            new("a token by an unknown key", "401", "500")
            {
                Authorization = (_, claims) => By(claims, FakeBotFramework.NewKey("unknown")),
            },
            new("a token by another key of the same name", "401", "500")
            {
                Authorization = (bot, claims) => By(claims, FakeBotFramework.NewKey(bot.BotFramework.Key.KeyId)),
            },
            new("a token that was changed", "401", "500") { Authorization = Changed },
            new("a token of another issuer", "401", "401") { Claims = claims => claims["iss"] = "https://elsewhere.example" },
            new("a token without issuer", "401", "401") { Claims = claims => claims.Remove("iss") },
            new("a token for another bot", "401", "401") { Claims = claims => claims["aud"] = Elsewhere },
            new("a token for nobody", "401", "401") { Claims = claims => claims.Remove("aud") },
            new("a token without end", "401", "500") { Claims = claims => claims.Remove("exp") },
            new("a token that has ended", "401", "401") { Claims = claims => Live(claims, -30, -6) },
            new("a token that has not begun", "401", "500") { Claims = claims => Live(claims, 6, 600) },
            new("a token without service URL", "403", "401") { Claims = claims => claims.Remove("serviceurl") },
            new("a token for another service URL", "403", "401") { Claims = claims => claims["serviceurl"] = "https://elsewhere.example/" },
            new("a token by a key for other channels", "403", "401")
            {
                Authorization = (bot, claims) => By(claims, bot.BotFramework.ForWebChat),
            },
            new("a token by a key for other channels, no channel named", "403", "200, answered")
            {
                Authorization = (bot, claims) => By(claims, bot.BotFramework.ForWebChat),
                Activity = activity => activity.Remove("channelId"),
            },
        ];

    private static IEnumerable<Forgery> Activities() =>
        [
            new("no channel named", "403", "200, answered") { Activity = activity => activity.Remove("channelId") },
            new("another channel", "403", "200, answered") { Activity = activity => activity["channelId"] = "webchat" },
            new("a channel in capitals", "403", "401") { Activity = activity => activity["channelId"] = "MSTEAMS" },
            new("another tenant", "403", "200, answered") { Activity = activity => Tenants(activity, Elsewhere, Elsewhere) },
            new("another tenant in one of two places", "403", "200, answered")
            {
                Activity = activity => activity["channelData"]!["tenant"]!["id"] = Elsewhere,
            },
            new("no tenant", "403", "200, answered") { Activity = activity => Tenants(activity, null, null) },
            new("a host that is not listed", "403", "200, answered")
            {
                Activity = activity =>
                    activity["serviceUrl"] = activity["serviceUrl"]!.ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal),
            },
            new("a service URL that is none", "400", "500") { Activity = activity => activity["serviceUrl"] = "nonsense" },
            new("no conversation", "400", "500") { Activity = activity => activity.Remove("conversation") },
            new("no sender", "400", "200, answered") { Activity = activity => activity.Remove("from") },
            new("a sender without id", "400", "200, answered") { Activity = activity => activity["from"]!.AsObject().Remove("id") },
        ];

    private static IEnumerable<Forgery> Bodies() =>
        [
            new("a field in another case", "400", "200, answered")
            {
                Body = body => body.Replace("\"from\":", "\"FROM\":", StringComparison.Ordinal),
            },
            new("text that is a number", "400", "200, answered") { Activity = activity => activity["text"] = 7 },
            new("half a character in an id", "400", "200, answered") { Body = body => body[..^1] + ",\"id\":\"\\ud800\"}" },
            new("half a character in the data of a click", "400", "200, answered")
            {
                Body = body => body[..^1] + ",\"value\":\"\\ud800\"}",
            },
            new("brackets without end", "400", "200, answered")
            {
                Body = body => $"{body[..^1]},\"value\":{new string('[', 100)}{new string(']', 100)}}}",
            },
            new("a body that is cut off", "400", "400") { Body = body => body[..^1] },
            new("a body in another encoding", "400", "400") { Encoding = Encoding.Unicode },
            new("a form of a web page", "415", "200, answered") { ContentType = "text/plain" },
            new("a body of 20 MB", "413", "200, answered") { Activity = activity => activity["text"] = new string('x', 20_000_000) },
            new("a body of 20 MB without a token", "413", "401")
            {
                Activity = activity => activity["text"] = new string('x', 20_000_000),
                Authorization = (_, _) => null,
            },
        ];

    private static string By(JsonObject claims, RsaSecurityKey key) => FakeBotFramework.Bearer(claims, key);

    private static string WithPublicKey(AuthenticatedHost bot, JsonObject claims)
    {
        var secret = new SymmetricSecurityKey(bot.BotFramework.Key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = bot.BotFramework.Key.KeyId };
        return FakeBotFramework.Bearer(claims, secret, SecurityAlgorithms.HmacSha256);
    }

    private static string Changed(AuthenticatedHost bot, JsonObject claims)
    {
        var parts = FakeBotFramework.Bearer(claims, bot.BotFramework.Key).Split('.');
        claims["extra"] = "x";
        parts[1] = Base64UrlEncoder.Encode(claims.ToJsonString());
        return string.Join('.', parts);
    }

    private static void Live(JsonObject claims, int from, int until)
    {
        var now = TimeProvider.System.GetUtcNow();
        claims["nbf"] = now.AddMinutes(from).ToUnixTimeSeconds();
        claims["exp"] = now.AddMinutes(until).ToUnixTimeSeconds();
    }

    private static void Tenants(JsonObject activity, string? inConversation, string? inChannelData)
    {
        activity["conversation"]!["tenantId"] = inConversation;
        activity["channelData"] = inChannelData is null ? null : new JsonObject { ["tenant"] = new JsonObject { ["id"] = inChannelData } };
    }
}
