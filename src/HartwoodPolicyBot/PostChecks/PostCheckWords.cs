using HartwoodPolicyBot.Core.PostChecks;

namespace HartwoodPolicyBot.PostChecks;

/// <summary>Says verdicts and concerns in words for people.</summary>
/// <param name="isManager">True for a practice manager, who isn't told to ask the practice manager.</param>
internal sealed class PostCheckWords(bool isManager)
{
    public string Of(PostVerdict verdict) =>
        verdict switch
        {
            PostVerdict.DoNotPost => "Don't post this as it is",
            PostVerdict.AskFirst => isManager ? "Think again before you post this" : "Ask first",
            PostVerdict.NothingFound => "I found nothing against the policy",
            _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "This verdict has no words"),
        };

    /// <summary>Returns what a concern is, in a few words.</summary>
    public static string Of(ConcernKind kind) =>
        kind switch
        {
            ConcernKind.Identifier => "This could identify a patient",
            ConcernKind.Patient => "A patient or their family could recognise themselves",
            ConcernKind.Picture => "The picture could show a patient, or something about one",
            ConcernKind.Advice => "This looks like health advice to one person in public",
            ConcernKind.Boundaries => "This could cross a professional boundary",
            ConcernKind.Disrespect => "This could be disrespectful",
            ConcernKind.Interest => "You may have an interest in this",
            ConcernKind.Anonymity => "This speaks as a health professional without giving a name",
            ConcernKind.Account => "This may be an account that no one has authorised",
            ConcernKind.ForThePractice => "This speaks for the practice",
            ConcernKind.Review => "This gives facts about someone's care",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This concern has no words"),
        };

    /// <summary>Returns one line on what would mend it.</summary>
    public string Mend(ConcernKind kind) =>
        kind switch
        {
            ConcernKind.Identifier => "Take out the number, date or address.",
            ConcernKind.Patient =>
                "Leave the person out. A job, place, day, age or illness can give them away, even without a name. Or get "
                    + "their consent first.",
            ConcernKind.Picture => "Use a picture without patients, screens, papers or names. Or get the person's explicit consent first.",
            ConcernKind.Advice => "Say that you can't advise here, and how to get help: the surgery, a pharmacist or 111.",
            ConcernKind.Boundaries => "Keep it professional: no dates, private chats or friend requests with patients.",
            ConcernKind.Disrespect => isManager
                ? "Leave out what you wouldn't say to their face."
                : "Leave out what you wouldn't say to their face. If something went wrong, tell the practice manager.",
            ConcernKind.Interest => "Say openly what you get or own, and declare it here too. Or leave the praise out.",
            ConcernKind.Anonymity => "Use your real name, or don't say that you're a health professional.",
            ConcernKind.Account => isManager
                ? "Add the account to the list of practice accounts before you use it."
                : "Ask the practice manager to authorise the account before you use it.",
            ConcernKind.ForThePractice => isManager
                ? "Say that it's your own view, or post it from a practice account."
                : "Say that it's your own view, or ask the practice manager to post it.",
            ConcernKind.Review => "Thank them, say that you can't discuss care here, and ask them to contact the practice manager.",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This concern has no words"),
        };

    /// <summary>Returns what could not be checked, in a sentence; null if everything was.</summary>
    public string? Of(UnreadPart unread) =>
        unread switch
        {
            UnreadPart.None => null,
            UnreadPart.NoWords => "There are no words for me to check.",
            UnreadPart.OnlyLink => isManager
                ? "I can't open links. Please paste the words you want to post."
                : "I can't open links. Paste the words you want to post, or ask the practice manager.",
            UnreadPart.NotEnglish => isManager
                ? "I can only check posts in English."
                : "I can only check posts in English. Please ask the practice manager about this one.",
            UnreadPart.TheEnd => $"Your post is very long. I've only checked the first {CheckPost.LongestDraft:N0} characters.",
            _ => throw new ArgumentOutOfRangeException(nameof(unread), unread, "This has no words"),
        };
}
