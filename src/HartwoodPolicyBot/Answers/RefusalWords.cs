using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Answers;

/// <summary>Holds what a refusal says, depending on what was written instead of a question about the policies.</summary>
/// <param name="Title">The heading of the card, also shown in the notification.</param>
/// <param name="Text">Why the question is refused, and what to do next.</param>
/// <param name="OffersNearest">True if the nearest sections may be what the person meant.</param>
internal sealed record RefusalWords(string Title, string Text, bool OffersNearest)
{
    private const string AskInstead = "Ask me about posting, patients online, your own accounts or the practice's.";

    /// <param name="kind">The kind as the file of questions that aren't covered names it; null if it is unclear.</param>
    /// <param name="doesNotSay">The sentence that the policy doesn't cover this, with the policy's name in it.</param>
    public static RefusalWords For(string? kind, string doesNotSay) =>
        kind switch
        {
            NotCoveredKind.SmallTalk => new(
                "I only know the policy",
                $"I am a bot that quotes the practice's policy, so I am poor company otherwise. {AskInstead}",
                false
            ),
            NotCoveredKind.Nonsense => new("I could not make that out", $"Try a few plain words. {AskInstead}", false),
            NotCoveredKind.Abuse => new(
                "Let us try again",
                "I am sorry that I was no help. Ask me in other words, or ask the practice manager.",
                false
            ),
            NotCoveredKind.Steering => new(
                "I can only quote the policy",
                $"I cannot set the policy aside, approve anything or change what it says. {AskInstead} If you think "
                    + "that the policy is wrong, tell the practice manager.",
                false
            ),
            NotCoveredKind.Care => new(
                doesNotSay,
                "That sounds like a question about care, and I know only the policy. Please ask a clinician.",
                false
            ),
            NotCoveredKind.World => new(doesNotSay, $"I know nothing but the policy, so I will not guess. {AskInstead}", false),
            NotCoveredKind.StaffMatters or NotCoveredKind.Records or NotCoveredKind.Running => new(
                doesNotSay,
                "That may stand in another policy of the practice, which I do not know. Please ask the practice "
                    + "manager, or try again in other words.",
                true
            ),
            _ => new(
                doesNotSay,
                "I found nothing that answers your question, so I will not guess. Please ask the practice manager, or "
                    + "try again in other words.",
                true
            ),
        };
}
