namespace HartwoodPolicyBot.Routing;

/// <summary>Holds sentences that the bot says about itself in more than one place.</summary>
internal static class Sentences
{
    public const string Name = "Hartwood Policy Bot";
    public const string AlreadyAnswered = "I have answered that click already.";
    public const string AnsweredBelow = "My answer is below.";
    public const string NotDelivered = "Teams did not take my answer. Please try again in a minute.";
    public const string SlowDown = "That was a lot at once. Please wait a minute, then carry on.";

    public static string Apology(string reference) =>
        "Sorry, something went wrong at my end. Please try again. If it keeps happening, tell the practice "
        + $"manager this reference: {reference}.";
}
