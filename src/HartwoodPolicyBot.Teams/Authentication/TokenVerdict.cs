namespace HartwoodPolicyBot.Teams.Authentication;

/// <summary>What is known of a caller after its token was checked.</summary>
/// <param name="Refusal">Why the caller is refused, for the log; null when the token holds.</param>
/// <param name="ServiceUrl">The service URL that the token was issued for.</param>
/// <param name="Endorsements">The channels for which the signing key may speak.</param>
public sealed record TokenVerdict(string? Refusal, string? ServiceUrl = null, IReadOnlyList<string>? Endorsements = null)
{
    /// <summary>Nobody is asked for a token: Development without credentials, loopback only.</summary>
    public static readonly TokenVerdict NotAsked = new(Refusal: null);

    public static TokenVerdict Refused(string reason) => new(reason);
}
