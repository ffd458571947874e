namespace HartwoodPolicyBot.Routing;

/// <summary>Holds sentences that the bot says about itself in more than one place.</summary>
internal static class Sentences
{
    public const string Name = "Hartwood Policy Bot";
    public const string AlreadyAnswered = "I've already done that.";
    public const string AnsweredBelow = "See below.";
    public const string NotDelivered = "I couldn't send you my answer. Please try again in a minute.";
    public const string StillWorking =
        "This is taking longer than usual. I'm still working on it. Please wait a minute before you try again.";
    public const string NotStored =
        "I can't save anything at the moment. Nothing is lost: your words are still here. Please try again in a few minutes.";
    public const string TooLong =
        "My answer is too long for Teams, so I couldn't send it. Please ask for a part of it, or tell the practice manager.";
    public const string SlowDown = "You're going a bit fast for me. Please wait a minute and try again.";

    public static string Apology(string reference) =>
        "Sorry, something went wrong. Please try again. If it keeps happening, give the practice manager this "
        + $"reference: {reference}.";
}
