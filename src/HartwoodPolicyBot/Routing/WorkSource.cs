using AdaptiveCards;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// Finds what a feature needs a practice manager to do today. Each row opens the card where it is dealt with, and is shown on their
/// home.
/// </summary>
internal sealed record WorkSource(Func<CancellationToken, Task<IReadOnlyList<AdaptiveExecuteAction>>> FindAsync);
