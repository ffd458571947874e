using AdaptiveCards;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// Makes the button that asks the practice manager about words that the bot has not logged, for the cards of all features. The words
/// are shown for a last look before they are sent.
/// </summary>
internal static class ManagerQuestionOffer
{
    public const string Verb = "ask-manager-words";

    /// <param name="masked">The question, with identifiers hidden: the card stays in the chat.</param>
    public static AdaptiveExecuteAction Button(string masked) => AdaptiveExecuteAction.Of("Ask the practice manager", Verb, masked);
}
