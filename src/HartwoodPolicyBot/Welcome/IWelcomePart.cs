using AdaptiveCards;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Welcome;

/// <summary>
/// Makes one feature's part of a person's welcome, so that they get one message instead of one for each feature.
/// </summary>
internal interface IWelcomePart
{
    /// <summary>Returns the part; null if the feature has nothing to say to this person.</summary>
    Task<WelcomePart?> ForAsync(TeamsActivity installed, CancellationToken cancellationToken);
}

/// <summary>Holds one feature's part of the welcome.</summary>
/// <param name="Sentences">What the welcome says.</param>
/// <param name="Button">The button that goes with it; null if it has rows to tap instead.</param>
internal sealed record WelcomePart(string Sentences, AdaptiveAction? Button)
{
    /// <summary>The rows below the sentences.</summary>
    public IReadOnlyList<AdaptiveElement> Rows { get; init; } = [];
}
