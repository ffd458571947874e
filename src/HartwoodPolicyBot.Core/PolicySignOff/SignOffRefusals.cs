using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>Makes the refusals about sign-off rounds, reminders and confirmations.</summary>
public static class SignOffRefusals
{
    public static Refusal Unknown { get; } =
        new(
            RefusalKind.NotFound,
            "unknown",
            "That button no longer works. “My policies” lists what you've been asked to read.",
            "my policies"
        );

    public static Refusal NotYours { get; } =
        new(
            RefusalKind.NotAllowed,
            "not-yours",
            "That card is someone else's, so nothing was recorded. “My policies” lists yours.",
            "my policies"
        );

    public static Refusal AlreadyRead { get; } = new(RefusalKind.Conflict, "already-read", "You've already confirmed this.");

    public static Refusal Outdated { get; } =
        new(
            RefusalKind.Conflict,
            "outdated",
            "The policy has changed since I sent you that card, so I haven't recorded that you've read it. Here's the new version."
        );

    public static Refusal NotAllowed { get; } =
        new(RefusalKind.NotAllowed, "not-allowed", "Sorry, only a practice manager can do that. “My policies” lists yours.", "my policies");

    public static Refusal NoSuchPolicy { get; } =
        new(RefusalKind.NotFound, "no-such-policy", "I no longer have that policy. Please choose another.", "ask everyone to read");

    public static Refusal VersionChanged { get; } =
        new(
            RefusalKind.Conflict,
            "version-changed",
            "The policy has changed since you opened that card, so I haven't sent anything. Here's the current version."
        );

    public static Refusal AlreadySent { get; } =
        new(RefusalKind.Conflict, "already-sent", "This version has already been sent. You can remind people who haven't confirmed.");

    /// <summary>Returns why nobody was reminded: they were told today, or their reminder is on its way.</summary>
    /// <param name="told">How many had a message about it today.</param>
    /// <param name="soon">How many get a reminder in a few minutes.</param>
    /// <param name="later">How many get a reminder on the morning of <paramref name="day"/>.</param>
    /// <param name="day">The next working day on which reminders go out.</param>
    public static Refusal NobodyToRemind(int told, int soon, int later, DateOnly day) =>
        new(
            RefusalKind.Conflict,
            "nothing-to-remind",
            (told, soon, later) switch
            {
                (0, 0, 0) => "There's no one left to remind.",
                (_, 0, 0) => "Everyone who hasn't confirmed has already had a message about this today. You can remind them tomorrow.",
                (0, _, 0) => $"Everyone who hasn't confirmed will get a reminder {Soon}.",
                (0, 0, _) => $"Everyone who hasn't confirmed will get a reminder {At(day)}.",
                _ => string.Join(
                    ' ',
                    new[]
                    {
                        (Count: told, Says: "already had a message about this today."),
                        (Count: soon, Says: $"will get a reminder {Soon}."),
                        (Count: later, Says: $"will get a reminder {At(day)}."),
                    }
                        .Where(part => part.Count > 0)
                        .Select(part => $"{CountWords.People(part.Count)} {part.Says}")
                ),
            }
        );

    /// <summary>Returns why this one person was not reminded.</summary>
    /// <param name="isTold">True if they had a message about it today; otherwise their reminder is on its way.</param>
    /// <param name="day">The day on whose morning they get it; null if they get it in a few minutes.</param>
    public static Refusal NotTwiceADay(bool isTold, DateOnly? day) =>
        new(
            RefusalKind.Conflict,
            "nothing-to-remind",
            isTold
                ? "They've already had a message about this today. You can remind them tomorrow."
                : $"They'll get a reminder {(day is { } morning ? At(morning) : Soon)}."
        );

    /// <summary>The one person has confirmed, or is no longer asked.</summary>
    public static Refusal NoLongerWaiting { get; } =
        new(
            RefusalKind.Conflict,
            "nothing-to-remind",
            "They no longer need to confirm this, so I haven't sent a reminder. Here's how it is now."
        );

    private static string Soon => "in a few minutes";

    private static string At(DateOnly day) => $"at 9am on {PracticeTime.Text(day)}";
}
