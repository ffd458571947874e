using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace HartwoodPolicyBot.Teams.Authentication;

/// <summary>
/// Checks the form of a token more strictly than the library does, so that nobody can write one that two readers understand
/// differently. The Bot Connector's own tokens all have this form.
/// </summary>
/// <remarks>Sources: RFC 7515 (JWS), 4.1.11 and 5.2; RFC 7519 (JWT), 4 and 7.2; RFC 8725, 3.1.</remarks>
internal static class TokenForm
{
    private const int Parts = 3;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Returns whether a token has three parts, no claim twice, and every claim of its type.</summary>
    public static bool IsGood(string token)
    {
        var parts = token.Split('.', Parts + 1);
        if (parts.Length != Parts || parts[0].Length == 0 || parts[1].Length == 0 || !parts.All(IsBase64Url))
        {
            return false;
        }

        try
        {
            using var header = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(parts[0]), Strict);
            using var claims = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(parts[1]), Strict);
            return IsGoodHeader(header.RootElement) && AreGoodClaims(claims.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>
    /// The key must be named. No extension is known here, and a token that calls one critical must be refused by whoever
    /// doesn't know it.
    /// </summary>
    private static bool IsGoodHeader(JsonElement header) =>
        header.ValueKind == JsonValueKind.Object
        && IsText(header, "alg", isRequired: true)
        && IsText(header, "kid", isRequired: true)
        && IsText(header, "typ", isRequired: false)
        && !header.TryGetProperty("crit", out _);

    private static bool AreGoodClaims(JsonElement claims) =>
        claims.ValueKind == JsonValueKind.Object
        && IsText(claims, "iss", isRequired: false)
        && IsText(claims, "serviceurl", isRequired: false)
        && IsNumber(claims, "exp")
        && IsNumber(claims, "nbf")
        && IsNumber(claims, "iat")
        && (
            !claims.TryGetProperty("aud", out var audience)
            || audience.ValueKind == JsonValueKind.String
            || (audience.ValueKind == JsonValueKind.Array && audience.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String))
        );

    private static bool IsText(JsonElement parent, string name, bool isRequired) =>
        parent.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.String && (!isRequired || value.GetString()!.Length > 0)
            : !isRequired;

    private static bool IsNumber(JsonElement claims, string name) =>
        !claims.TryGetProperty(name, out var value) || (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _));

    private static bool IsBase64Url(string part) => part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
