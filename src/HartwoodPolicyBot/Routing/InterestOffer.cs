using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Routing;

/// <summary>Makes the button that opens the form for declaring an interest, for the cards of all features.</summary>
internal static class InterestOffer
{
    public const string Verb = "interest-declare-form";

    public static AdaptiveExecuteAction Button() => AdaptiveExecuteAction.Of("Declare an interest", Verb);
}

/// <summary>
/// Says whether a person has declared an interest in what a text names, for the features that ask for one. The interests register
/// it.
/// </summary>
/// <param name="AreNamedInAsync">Takes the person and the text.</param>
internal sealed record DeclaredInterests(Func<PersonId, string, CancellationToken, Task<bool>> AreNamedInAsync);
