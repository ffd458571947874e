using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace HartwoodPolicyBot.Teams.Authentication;

/// <summary>
/// Checks the token that the Bot Connector sends with each activity: issuer, audience, lifetime, signature by a key of the
/// OpenID document, and which channels that key is endorsed for. A token that can't be checked is refused.
/// </summary>
/// <remarks>Source: learn.microsoft.com, "Bot Connector authentication", steps 1 to 4 and the seven requirements.</remarks>
public sealed class ConnectorTokenValidator(BotIdentity identity, SigningKeys keys)
{
    public const string MissingToken = "no token";
    public const string MalformedToken = "malformed token";
    public const string KeysUnreachable = "signing keys unreachable";
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
    ];
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    public async Task<TokenVerdict> ValidateAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (authorization is null || !authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return TokenVerdict.Refused(MissingToken);
        }

        var token = authorization["Bearer ".Length..].Trim();
        if (!handler.CanReadToken(token))
        {
            return TokenVerdict.Refused(MalformedToken);
        }

        if (await keys.GetAsync(cancellationToken) is not { } document)
        {
            return TokenVerdict.Refused(KeysUnreachable);
        }

        var (verdict, fault) = await ValidateAsync(token, document);
        if (
            fault is SecurityTokenSignatureKeyNotFoundException
            && await keys.RefreshAsync(cancellationToken) is { } newer
            && newer != document
        )
        {
            // The key may be newer than the document, because the Bot Connector changes its keys from time to time.
            (verdict, _) = await ValidateAsync(token, newer);
        }

        return verdict;
    }

    private async Task<(TokenVerdict Verdict, Exception? Fault)> ValidateAsync(string token, OpenIdConnectConfiguration document)
    {
        var result = await handler.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidIssuer = identity.ToBotFromChannelTokenIssuer,
                ValidAudience = identity.MicrosoftAppId,
                IssuerSigningKeys = document.SigningKeys,
                ValidAlgorithms = Algorithms,
                RequireExpirationTime = true,
                RequireSignedTokens = true,
                TryAllIssuerSigningKeys = false,
                ClockSkew = ClockSkew,
            }
        );
        if (!result.IsValid)
        {
            return (
                TokenVerdict.Refused(result.Exception is SecurityTokenException fault ? fault.GetType().Name : MalformedToken),
                result.Exception
            );
        }

        var read = (JsonWebToken)result.SecurityToken;
        var serviceUrl = read.TryGetPayloadValue<string>("serviceurl", out var claim) ? claim : null;
        return (new TokenVerdict(null, serviceUrl, Endorsements(document, read.Kid)), null);
    }

    private static string[] Endorsements(OpenIdConnectConfiguration document, string keyId)
    {
        var key = document.JsonWebKeySet?.Keys.FirstOrDefault(key => key.Kid == keyId);
        return
            key is not null
            && key.AdditionalData.TryGetValue("endorsements", out var value)
            && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];
    }
}
