using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>Lists why a policy can't be published or changed.</summary>
public static class PolicyRefusals
{
    public static Refusal NotAllowed { get; } =
        new(RefusalKind.NotAllowed, "not-allowed", "Sorry, only practice managers can change a policy. Please give the file to yours.");

    public static Refusal DraftGone { get; } =
        new(
            RefusalKind.Gone,
            "policy-draft-gone",
            "That file has already been published or discarded. “Versions” shows what's in force. Or send the file again.",
            "versions"
        );

    public static Refusal NoSuchPolicy { get; } =
        new(RefusalKind.NotFound, "unknown", "I can't find that policy or version. “Versions” lists what there is.", "versions");

    public static Refusal NoText { get; } =
        new(
            RefusalKind.BadInput,
            "policy-no-text",
            "I found no text below the headings, so there's nothing to publish. Please check the file and send it again."
        );

    public static Refusal NoTitle { get; } =
        new(RefusalKind.BadInput, "policy-no-title", "Please give the policy a title. It's shown with every answer.");

    public static Refusal UnreadableDay { get; } =
        new(RefusalKind.BadInput, "policy-day", "I can't read one of the dates. Please write it like 28/11/2026, or leave it empty.");

    public static Refusal TooFarAhead { get; } =
        new(RefusalKind.BadInput, "policy-too-far", "Please choose a date within the next year, or leave it empty to publish now.");

    public static Refusal InForceAlready { get; } =
        new(
            RefusalKind.Conflict,
            "policy-in-force",
            "This text is already in force, with the same title, version, owner and dates. I've changed nothing."
        );

    public static Refusal LastPolicy { get; } =
        new(
            RefusalKind.Conflict,
            "policy-last",
            "This is the only policy in use, and I need one to answer from. Publish another one first, then take this out of use."
        );

    /// <summary>Tells the second of two practice managers who publish at once who was first.</summary>
    public static Refusal Overtaken(PolicyVersion? newest) =>
        new(
            RefusalKind.Conflict,
            "policy-overtaken",
            newest is null
                ? "Someone else has just changed this policy. I've changed nothing. Please look at the review again, then publish."
                : $"{newest.PublishedByName ?? "Somebody else"} published number {newest.Number} of this policy at "
                    + $"{PracticeTime.Text(newest.PublishedAt)}. I've changed nothing. Please look at the review again, then publish."
        );
}
