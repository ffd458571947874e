namespace HartwoodPolicyBot.Core.Policies;

/// <summary>
/// Lets one part of the bot follow the policies in force. A feature that keeps something made from their text registers one.
/// </summary>
/// <param name="Prepare">
/// Makes what the part needs for other policies, while the present ones are still used, and returns the quick step that puts it in
/// the place of the old.
/// </param>
public sealed record PolicyFollower(Func<PolicyLibrary, Action> Prepare)
{
    /// <summary>
    /// Makes in a longer time what serves better; null where there is nothing better. It is begun when the policies are in force, stopped
    /// when others are or the bot ends, and its step is taken if they still are.
    /// </summary>
    public Func<PolicyLibrary, CancellationToken, Action>? Improve { get; init; }
}

/// <summary>Finds what a new version of a policy means for one feature. Each feature that rests on the text registers one.</summary>
public sealed record PolicyEffectSource(Func<PolicyChange, CancellationToken, Task<IReadOnlyList<PolicyEffect>>> FindAsync);

/// <summary>Represents a change of a policy that has not happened yet.</summary>
/// <param name="Before">The version in force; null for a new policy.</param>
/// <param name="After">The version that would follow.</param>
/// <param name="Comparison">What would become of each section.</param>
public sealed record PolicyChange(PolicyDocument? Before, PolicyDocument After, PolicyComparison Comparison);

/// <summary>Represents something that follows from a new version, for the practice manager to know before they publish it.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Sentence">What follows. It can quote the policy or what people wrote.</param>
/// <param name="Heading">The heading of the section that it is shown beside; null where it belongs to none.</param>
public sealed record PolicyEffect(PolicyEffectKind Kind, string Sentence, string? Heading);

/// <summary>Says what a new version of a policy affects.</summary>
public enum PolicyEffectKind
{
    Phrasings,
    Scenario,
    Brief,
    SavedAnswer,
    Incident,
}
