using AdaptiveCards;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Welcome;

/// <summary>A feature's part in the welcome of a person: one message says it all, rather than one a feature.</summary>
public interface IWelcomePart
{
    /// <summary>Null when there is nothing to say to this person.</summary>
    Task<WelcomePart?> ForAsync(TeamsActivity installed, CancellationToken cancellationToken);
}

/// <param name="Sentences">What the welcome says.</param>
/// <param name="Button">What it offers.</param>
public sealed record WelcomePart(string Sentences, AdaptiveAction Button);
