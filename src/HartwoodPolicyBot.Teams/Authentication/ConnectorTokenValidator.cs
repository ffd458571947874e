using Microsoft.IdentityModel.JsonWebTokens;
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
    private const string Scheme = "Bearer ";
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
        if (authorization?.StartsWith(Scheme, StringComparison.Ordinal) != true || authorization.Length == Scheme.Length)
        {
            return TokenVerdict.Refused(MissingToken);
        }

        var token = authorization[Scheme.Length..];
        if (!TokenForm.IsGood(token) || !handler.CanReadToken(token))
        {
            return TokenVerdict.Refused(MalformedToken);
        }

        if (await keys.GetAsync(cancellationToken) is not { } known)
        {
            return TokenVerdict.Refused(KeysUnreachable);
        }

        var (verdict, fault) = await ValidateAsync(token, known);
        if (
            fault is SecurityTokenSignatureKeyNotFoundException
            && await keys.RefreshAsync(cancellationToken) is { } newer
            && newer != known
        )
        {
            // The key may be newer than the known ones, because the Bot Connector changes its keys from time to time.
            (verdict, _) = await ValidateAsync(token, newer);
        }

        return verdict;
    }

    private async Task<(TokenVerdict Verdict, Exception? Fault)> ValidateAsync(string token, IReadOnlyList<ConnectorKey> known)
    {
        var result = await handler.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidIssuer = identity.ToBotFromChannelTokenIssuer,
                ValidAudience = identity.MicrosoftAppId,
                IgnoreTrailingSlashWhenValidatingAudience = false,
                // By the key's id alone, as Microsoft's SDKs do. The library would also take the header's thumbprint, "x5t".
                IssuerSigningKeyResolver = (_, _, id, _) => known.Where(one => one.Key.KeyId == id).Select(one => one.Key),
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

        // The key that verified the signature is asked, because two keys may have the same id.
        var verified = known.First(one => ReferenceEquals(one.Key, read.SigningKey));
        return (new TokenVerdict(null, serviceUrl, verified.Endorsements), null);
    }
}
