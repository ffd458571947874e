using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Answers;

/// <summary>Holds what a refusal says, depending on what was written instead of a question about the policies.</summary>
/// <param name="Title">The heading of the card, also shown in the notification.</param>
/// <param name="Text">Why the question is refused, and what to do next.</param>
/// <param name="OffersNearest">True if the nearest sections may be what the person meant.</param>
internal sealed record RefusalWords(string Title, string Text, bool OffersNearest)
{
    private const string AskInstead =
        "You can ask me about posting online, patients on social media, or your own and the practice's accounts.";

    /// <summary>The heading above the nearest sections.</summary>
    public string NearestHeading { get; init; } = "These sections may help";

    /// <param name="kind">The kind as the file of questions that aren't covered names it; null if it is unclear.</param>
    /// <param name="doesNotSay">The sentence that the policy doesn't cover this, with the policy's name in it.</param>
    /// <param name="reader">Who reads it, because a practice manager isn't told to ask the practice manager.</param>
    public static RefusalWords For(string? kind, string doesNotSay, AnswerReader reader = AnswerReader.Staff) =>
        kind switch
        {
            NotCoveredKind.SmallTalk => new(
                "I only know the policy",
                $"I'm just the policy bot, so I'm not much good at small talk. {AskInstead}",
                false
            ),
            NotCoveredKind.Nonsense => new("Sorry, I didn't understand that", $"Could you put it another way? {AskInstead}", false),
            NotCoveredKind.Abuse => new(
                "Sorry I couldn't help",
                "Shall we try again? "
                    + ManagerOr(reader, "Put it another way, or ask the practice manager.", "Please put it another way."),
                false
            ),
            NotCoveredKind.Steering => new(
                "I can only tell you what the policy says",
                ManagerOr(
                    reader,
                    "I can't approve exceptions or change the policy. If you think it's wrong, please tell the practice manager. "
                        + AskInstead,
                    $"I can't approve exceptions. If the policy needs to change, please publish a new version. {AskInstead}"
                ),
                false
            ),
            NotCoveredKind.Care => new(
                doesNotSay,
                "That sounds like a clinical question, and I only know the policy. Please ask one of the clinicians.",
                false
            ),
            NotCoveredKind.World => new(doesNotSay, $"I only know the policy, so I won't guess. {AskInstead}", false),
            NotCoveredKind.NearMiss => new(doesNotSay, $"The policy doesn't go into that, so I won't guess. {AskOrTryAgain(reader)}", true)
            {
                NearestHeading = "This is what the policy does cover",
            },
            NotCoveredKind.StaffMatters or NotCoveredKind.Records or NotCoveredKind.Running => new(
                doesNotSay,
                $"That may be in another practice policy, which I don't have. {AskOrTryAgain(reader)}",
                true
            ),
            _ => new(doesNotSay, $"I couldn't find an answer, so I won't guess. {AskOrTryAgain(reader)}", true),
        };

    private static string AskOrTryAgain(AnswerReader reader) =>
        ManagerOr(reader, "Please ask the practice manager, or try putting it another way.", "Please try putting it another way.");

    private static string ManagerOr(AnswerReader reader, string toStaff, string toManager) =>
        reader == AnswerReader.Staff ? toStaff : toManager;
}
