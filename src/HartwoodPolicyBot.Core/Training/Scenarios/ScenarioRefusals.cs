using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Training.Scenarios;

/// <summary>Lists why a training scenario can't be saved or set aside.</summary>
public static class ScenarioRefusals
{
    public static Refusal NotAllowed { get; } =
        new(RefusalKind.NotAllowed, "not-allowed", "Sorry, only practice managers can change the training. Please tell yours.");

    public static Refusal NotOffered { get; } =
        new(
            RefusalKind.NotFound,
            "not-offered",
            "There's no training set up, because I don't have the policy that it teaches. “Status” has the details.",
            "status"
        );

    public static Refusal NoSuchScenario { get; } =
        new(RefusalKind.NotFound, "unknown", "I can't find that scenario. Here's the list of all of them.");

    public static Refusal Changed { get; } =
        new(
            RefusalKind.Conflict,
            "scenario-changed",
            "Someone else has changed this scenario since you opened it, so I haven't saved anything. Here it is as it is now."
        );

    public static Refusal ClauseGone { get; } =
        new(
            RefusalKind.BadInput,
            "scenario-clause",
            "The policy no longer has that clause, or you haven't chosen one. Please choose the clause that decides."
        );

    public static Refusal NoText { get; } =
        new(RefusalKind.BadInput, "scenario-text", "Please write what happens. It's what staff have to decide about.");

    public static Refusal TextTooLong { get; } = TooLong("what happens", WrittenScenario.LongestText);

    public static Refusal FewOptions { get; } =
        new(RefusalKind.BadInput, "scenario-options", "Please write at least 2 answers, so that there's something to choose from.");

    public static Refusal SameOptions { get; } =
        new(RefusalKind.BadInput, "scenario-same", "Two answers say the same. Please make each one different.");

    public static Refusal OptionTooLong { get; } = TooLong("each answer", WrittenScenario.LongestOption);

    public static Refusal NoRight { get; } =
        new(RefusalKind.BadInput, "scenario-right", "Please say which answer is right. It must be one that you've written.");

    public static Refusal TwoRight { get; } =
        new(
            RefusalKind.BadInput,
            "scenario-two-right",
            "Only one answer can be right, because staff can only choose one. Please choose one and change the others."
        );

    public static Refusal NoReason { get; } =
        new(RefusalKind.BadInput, "scenario-why", "Please write why that answer is right. Staff read it after they've answered.");

    public static Refusal ReasonTooLong { get; } = TooLong("the reason", WrittenScenario.LongestReason);

    public static Refusal NoAudience { get; } =
        new(RefusalKind.BadInput, "scenario-audience", "Please choose who the scenario is for from the list.");

    public static Refusal TooFew { get; } =
        new(
            RefusalKind.Conflict,
            "scenario-too-few",
            "Without this scenario there'd be too few for the training, or none about one of its subjects. Please write another about "
                + "the same section first."
        );

    private static Refusal TooLong(string what, int most) =>
        new(RefusalKind.BadInput, "scenario-too-long", $"Please keep {what} under {most} characters. Staff read it on a phone.");
}
