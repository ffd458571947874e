using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Bot;

/// <summary>A feature's part in the welcome of a person: one message says it all, rather than one a feature.</summary>
public interface IWelcomePart
{
    /// <summary>Null when there is nothing to say to this person.</summary>
    Task<WelcomePart?> ForAsync(Activity installed, CancellationToken cancellationToken);
}

/// <param name="Sentences">What the welcome says.</param>
/// <param name="Button">What it offers.</param>
public sealed record WelcomePart(string Sentences, CardAction Button);
