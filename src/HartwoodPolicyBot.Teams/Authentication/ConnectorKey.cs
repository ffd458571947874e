using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace HartwoodPolicyBot.Teams.Authentication;

/// <summary>Holds a key that may sign tokens, and the channels that it is endorsed for.</summary>
public sealed record ConnectorKey(RsaSecurityKey Key, IReadOnlyList<string> Endorsements)
{
    /// <summary>Shorter RSA keys can be broken.</summary>
    /// <remarks>Source: NIST SP 800-131A revision 2; RFC 7518, 3.3.</remarks>
    private const int FewestBits = 2048;

    /// <summary>Returns the keys of a document that can be used: RSA, long enough, with an id, and meant for signatures.</summary>
    internal static IReadOnlyList<ConnectorKey> In(OpenIdConnectConfiguration document) =>
        [.. (document.JsonWebKeySet?.Keys ?? []).Select(Read).OfType<ConnectorKey>()];

    private static ConnectorKey? Read(JsonWebKey key)
    {
        if (key is not { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0, N.Length: > 0, E.Length: > 0, Use: null or "" or "sig" })
        {
            return null;
        }

        try
        {
            var rsa = new RsaSecurityKey(
                new System.Security.Cryptography.RSAParameters
                {
                    Modulus = Base64UrlEncoder.DecodeBytes(key.N),
                    Exponent = Base64UrlEncoder.DecodeBytes(key.E),
                }
            )
            {
                KeyId = key.Kid,
            };
            return rsa.KeySize < FewestBits ? null : new(rsa, EndorsementsOf(key));
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static string[] EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];
}
