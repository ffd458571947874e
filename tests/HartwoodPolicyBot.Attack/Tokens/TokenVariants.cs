using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Tests.Authentication;
using Microsoft.IdentityModel.Tokens;

namespace HartwoodPolicyBot.Attack.Tokens;

/// <summary>Lists tokens that are unusual: some of them a good caller may send, the others must be refused.</summary>
internal static class TokenVariants
{
    private const string AudienceList = "RFC 7519 allows a list of audiences, and this bot is in it";
    private const string SameAddress = "the address is the same; only its host and the token's signer decide";

    public static IReadOnlyList<TokenVariant> All { get; } = [.. Headers(), .. Claims(), .. Keys(), .. Writings()];

    private static IEnumerable<TokenVariant> Headers() =>
        [
            new("nothing unusual", true, true, (bot, claims) => Signed(bot, claims)),
            new("RS384", true, true, (bot, claims) => Signed(bot, claims, "RS384")),
            new("RS512", true, true, (bot, claims) => Signed(bot, claims, "RS512")),
            new("PS256", false, false, (bot, claims) => Signed(bot, claims, "PS256")),
            new("another type", true, true, (bot, claims) => Signed(bot, claims, change: header => header["typ"] = "at+jwt")),
            new("no type", true, true, (bot, claims) => Signed(bot, claims, change: header => header.Remove("typ"))),
            new("a content type", true, true, (bot, claims) => Signed(bot, claims, change: header => header["cty"] = "text")),
            new("no key id", false, false, (bot, claims) => Signed(bot, claims, change: header => header.Remove("kid"))),
            new("the key id in capitals", false, false, (bot, claims) => Signed(bot, claims, change: header => header["kid"] = "FIRST")),
            new("a key id that is a number", false, false, (bot, claims) => Signed(bot, claims, change: header => header["kid"] = 1)),
            new("the key id under x5t only", false, false, (bot, claims) => Signed(bot, claims, change: OnlyThumbprint)),
            new("a wrong key id beside the right x5t", false, false, (bot, claims) => Signed(bot, claims, change: WrongId)),
            new("the id of another key beside the right x5t", false, false, (bot, claims) => Signed(bot, claims, change: OtherId)),
            new("an extension that must be understood", false, true, (bot, claims) => Signed(bot, claims, change: Critical)),
            new(
                "a critical list that is empty",
                false,
                true,
                (bot, claims) => Signed(bot, claims, change: h => h["crit"] = new JsonArray())
            ),
            new("a key of its own in the header", true, true, (bot, claims) => Signed(bot, claims, change: OwnKey)),
            new("an address for keys in the header", true, true, (bot, claims) => Signed(bot, claims, change: OwnAddress)),
        ];

    private static IEnumerable<TokenVariant> Claims() =>
        [
            new("no start", true, true, (bot, claims) => Signed(bot, Without(claims, "nbf"))),
            new("no end", false, true, (bot, claims) => Signed(bot, Without(claims, "exp"))),
            new("an end that is text", false, false, (bot, claims) => Signed(bot, With(claims, "exp", $"{claims["exp"]}"))),
            new("an end with a fraction", false, true, (bot, claims) => Signed(bot, With(claims, "exp", (long)claims["exp"]! + 0.5))),
            new("an end in the year 60000", true, true, (bot, claims) => Signed(bot, With(claims, "exp", 1_831_000_000_000))),
            new("an end before 1970", false, false, (bot, claims) => Signed(bot, With(claims, "exp", -1))),
            new("issued tomorrow", true, true, (bot, claims) => Signed(bot, With(claims, "iat", (long)claims["exp"]! + 86_400))),
            new("a list with this bot as audience", true, false, (bot, claims) => Signed(bot, Audiences(claims)), AudienceList),
            new("a list without this bot as audience", false, false, (bot, claims) => Signed(bot, With(claims, "aud", new JsonArray("x")))),
            new(
                "the audience in capitals",
                false,
                false,
                (bot, claims) => Signed(bot, With(claims, "aud", "11111111-2222-3333-4444-55555555555A"))
            ),
            new("an issuer with a slash", false, false, (bot, claims) => Signed(bot, With(claims, "iss", $"{claims["iss"]}/"))),
            new("the issuer in capitals", false, false, (bot, claims) => Signed(bot, With(claims, "iss", "HTTPS://API.BOTFRAMEWORK.COM"))),
            new("a service URL without its last slash", true, false, (bot, claims) => Signed(bot, NoSlash(claims)), SameAddress),
            new("a service URL in capitals", true, false, (bot, claims) => Signed(bot, Capitals(claims)), SameAddress),
            new("a service URL that is a list", false, false, (bot, claims) => Signed(bot, With(claims, "serviceurl", new JsonArray("x")))),
            new("a claim of another bot's", true, true, (bot, claims) => Signed(bot, With(claims, "appid", "x"))),
        ];

    private static IEnumerable<TokenVariant> Keys() =>
        [
            new("a key of 1,024 bits", false, true, (bot, claims) => ByKey(bot, claims, "small", 1024, "msteams")),
            new("a key of 4,096 bits", true, true, (bot, claims) => ByKey(bot, claims, "large", 4096, "msteams")),
            new("a key without endorsements", false, false, (bot, claims) => ByKey(bot, claims, "unendorsed", 2048, "")),
            new("a key endorsed for MSTEAMS in capitals", false, false, (bot, claims) => ByKey(bot, claims, "capitals", 2048, "MSTEAMS")),
        ];

    private static IEnumerable<TokenVariant> Writings() =>
        [
            new("bearer in small letters", false, false, (bot, claims) => Signed(bot, claims).Replace("Bearer", "bearer")),
            new("BEARER in capitals", false, false, (bot, claims) => Signed(bot, claims).Replace("Bearer", "BEARER")),
            new("two spaces before the token", false, false, (bot, claims) => Signed(bot, claims).Replace(" ", "  ")),
            new("a tab before the token", false, false, (bot, claims) => Signed(bot, claims).Replace(' ', '\t')),
            new("a dot after the token", false, false, (bot, claims) => Signed(bot, claims) + "."),
            new("padding after the token", false, false, (bot, claims) => Signed(bot, claims) + "=="),
            new("a word after the token", false, false, (bot, claims) => Signed(bot, claims) + " x"),
            new("a comma and a second token", false, false, (bot, claims) => $"{Signed(bot, claims)}, {Signed(bot, claims)}"),
            new("a signature of another length", false, false, (bot, claims) => Signed(bot, claims)[..^4]),
            new("five parts", false, false, (bot, claims) => Signed(bot, claims) + ".a.b"),
        ];

    private static string Signed(AuthenticatedHost bot, JsonObject claims, string algorithm = "RS256", Action<JsonObject>? change = null) =>
        By(bot.BotFramework.Key, claims, algorithm, change);

    /// <summary>Signs by hand, because the library would not write most of these headers.</summary>
    private static string By(RsaSecurityKey key, JsonObject claims, string algorithm, Action<JsonObject>? change)
    {
        var header = new JsonObject
        {
            ["alg"] = algorithm,
            ["typ"] = "JWT",
            ["kid"] = key.KeyId,
        };
        change?.Invoke(header);
        var signed = $"{Base64UrlEncoder.Encode(header.ToJsonString())}.{Base64UrlEncoder.Encode(claims.ToJsonString())}";
        var hash = new HashAlgorithmName($"SHA{algorithm[2..]}");
        var padding = algorithm[0] == 'P' ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return $"Bearer {signed}.{Base64UrlEncoder.Encode(key.Rsa.SignData(Encoding.ASCII.GetBytes(signed), hash, padding))}";
    }

    private static string ByKey(AuthenticatedHost bot, JsonObject claims, string kid, int bits, string endorsement) =>
        By(PublishedKeys.Of(bot, kid, bits, endorsement), claims, "RS256", null);

    private static void OnlyThumbprint(JsonObject header)
    {
        header["x5t"] = header["kid"]!.ToString();
        header.Remove("kid");
    }

    private static void WrongId(JsonObject header)
    {
        header["x5t"] = header["kid"]!.ToString();
        header["kid"] = "wrong";
    }

    private static void OtherId(JsonObject header)
    {
        header["x5t"] = header["kid"]!.ToString();
        header["kid"] = "web chat";
    }

    private static void Critical(JsonObject header)
    {
        header["crit"] = new JsonArray("exp2");
        header["exp2"] = 1;
    }

    private static void OwnKey(JsonObject header) =>
        header["jwk"] = new JsonObject
        {
            ["kty"] = "RSA",
            ["n"] = "AQAB",
            ["e"] = "AQAB",
        };

    private static void OwnAddress(JsonObject header) => header["jku"] = "https://elsewhere.example/keys";

    private static JsonObject Without(JsonObject claims, string name)
    {
        claims.Remove(name);
        return claims;
    }

    private static JsonObject With(JsonObject claims, string name, JsonNode value)
    {
        claims[name] = value;
        return claims;
    }

    private static JsonObject Audiences(JsonObject claims) => With(claims, "aud", new JsonArray("x", $"{claims["aud"]}"));

    private static JsonObject NoSlash(JsonObject claims) => With(claims, "serviceurl", $"{claims["serviceurl"]}".TrimEnd('/'));

    private static JsonObject Capitals(JsonObject claims) => With(claims, "serviceurl", $"{claims["serviceurl"]}".ToUpperInvariant());
}
