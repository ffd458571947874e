using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PolicyConcerns;

namespace HartwoodPolicyBot.PolicyConcerns;

/// <summary>Says what concerns the cards are about in words for people.</summary>
internal static class ConcernWords
{
    /// <summary>Returns who gets concerns: the author, or the practice manager where no author is named.</summary>
    public static string AuthorOf(PolicyAuthors authors) => authors.HasAuthor ? "the author" : "the practice manager";

    public static string Of(ConcernState state) =>
        state switch
        {
            ConcernState.Open => "Waiting for an answer",
            ConcernState.Answered => "Answered",
            ConcernState.Closed => "Closed",
            ConcernState.Withdrawn => "Withdrawn",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "This state has no words"),
        };

    public static string Of(ConcernVisibility visibility) =>
        visibility switch
        {
            ConcernVisibility.Named => "Yes, show my name",
            ConcernVisibility.Confidential => "No, keep it confidential, but send me the answer",
            ConcernVisibility.Anonymous => "No, don't record it: give me a code instead",
            _ => throw new ArgumentOutOfRangeException(nameof(visibility), visibility, "This choice has no words"),
        };

    /// <summary>Says what becomes of the name, in the words of the check of a report.</summary>
    public static string NameIsSeenBy(ConcernVisibility visibility) =>
        visibility switch
        {
            ConcernVisibility.Named => "Shown to everyone who gets this concern",
            ConcernVisibility.Confidential => "Not shown. I'll keep it private and send you the answer",
            ConcernVisibility.Anonymous => "Not recorded. You'll get a code instead",
            _ => throw new ArgumentOutOfRangeException(nameof(visibility), visibility, "This choice has no words"),
        };

    /// <summary>Returns who raised it, as far as the author may know.</summary>
    public static string By(PolicyConcern concern) =>
        concern.Visibility switch
        {
            ConcernVisibility.Named => concern.RaiserName ?? PersonNames.Unknown,
            ConcernVisibility.Confidential => "A member of staff, in confidence. I'll send them your answer",
            _ => "A member of staff, anonymously. They can read your answer with a code",
        };

    /// <summary>Returns when it was raised. Of an anonymous one only the day is known.</summary>
    public static string When(PolicyConcern concern) =>
        concern.IsAnonymous ? PracticeTime.Text(PracticeTime.DateOf(concern.RaisedAt)) : PracticeTime.Text(concern.RaisedAt);
}
