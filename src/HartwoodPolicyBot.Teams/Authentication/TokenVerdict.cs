namespace HartwoodPolicyBot.Teams.Authentication;

/// <summary>Says what is known about a caller after its token was checked.</summary>
/// <param name="Refusal">Why the caller is refused, for the log; null if the token is valid.</param>
/// <param name="ServiceUrl">The service URL that the token was issued for.</param>
/// <param name="Endorsements">The channels that the signing key is endorsed for.</param>
public sealed record TokenVerdict(string? Refusal, string? ServiceUrl = null, IReadOnlyList<string>? Endorsements = null)
{
    /// <summary>Lets a caller in without a token: in Development without credentials, from this machine only.</summary>
    public static readonly TokenVerdict NotAsked = new(Refusal: null);

    public static TokenVerdict Refused(string reason) => new(reason);
}
