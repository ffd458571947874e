namespace HartwoodPolicyBot.Core.Policies;

/// <summary>Holds what a practice manager says of a version when they publish it.</summary>
/// <param name="Title">The title of the policy.</param>
/// <param name="Version">The version that the practice gives it; null for none.</param>
/// <param name="Owner">Who owns it; null for nobody.</param>
/// <param name="ApprovedOn">The day of approval.</param>
/// <param name="ReviewBy">The day by which it is to be reviewed.</param>
/// <param name="IsMinor">Whether nobody needs to read it again.</param>
/// <param name="From">The day from which it is in force; null for now.</param>
public sealed record PolicyDetails(
    string Title,
    string? Version,
    string? Owner,
    DateOnly? ApprovedOn,
    DateOnly? ReviewBy,
    bool IsMinor,
    DateOnly? From
)
{
    /// <summary>Whether it is a policy of its own, and replaces none.</summary>
    public bool IsNew { get; init; }
}
