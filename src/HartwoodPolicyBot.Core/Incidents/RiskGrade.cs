namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Represents a grade in the five by five matrix: how bad the consequence is, times how likely it is to happen again.</summary>
/// <remarks>Source: NPSA, "A risk matrix for risk managers", January 2008.</remarks>
public sealed record RiskGrade(int Consequence, int Likelihood)
{
    public static IReadOnlyList<string> Consequences { get; } = ["negligible", "minor", "moderate", "major", "catastrophic"];

    public static IReadOnlyList<string> Likelihoods { get; } = ["rare", "unlikely", "possible", "likely", "almost certain"];

    public int Score => Consequence * Likelihood;

    /// <summary>The grade's band, by score: 1 to 3, 4 to 6, 8 to 12, or 15 to 25.</summary>
    public string Band =>
        Score switch
        {
            <= 3 => "low",
            <= 6 => "moderate",
            <= 12 => "high",
            _ => "extreme",
        };

    /// <summary>Returns the grade; null when either number is not from 1 to 5.</summary>
    public static RiskGrade? Of(int consequence, int likelihood) =>
        consequence is >= 1 and <= 5 && likelihood is >= 1 and <= 5 ? new(consequence, likelihood) : null;

    public override string ToString() => $"{Score}, {Band} ({Consequences[Consequence - 1]} × {Likelihoods[Likelihood - 1]})";
}
