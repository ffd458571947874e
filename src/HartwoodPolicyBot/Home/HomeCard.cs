using AdaptiveCards;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Home;

/// <summary>Makes the practice managers' home: set-up until it is done, then what needs attention today.</summary>
internal static class HomeCard
{
    public const string Verb = "home";
    public const string StepVerb = "home-step";

    public static TeamsActivity Message(IReadOnlyList<SetUpStep> steps, IReadOnlyList<AdaptiveExecuteAction> work)
    {
        var summary = work.Count switch
        {
            0 => "Home: nothing needs your attention",
            1 => "Home: 1 thing needs your attention",
            _ => $"Home: {work.Count} things need your attention",
        };
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    AdaptiveTextBlock.Heading("Home"),
                    .. SetUp(steps),
                    Title("Today"),
                    .. work.Count == 0
                        ? (IEnumerable<AdaptiveElement>)[new AdaptiveTextBlock("Nothing needs your attention.")]
                        : work.Select(AdaptiveContainer.Row),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Refresh home", Verb),
                    BotVerbs.CommandButton("See monthly figures", "monitoring report"),
                    HelpCard.Button(),
                ],
            },
            summary
        );
    }

    /// <summary>Returns the steps that are still to do as rows to tap, and below them what is done; nothing when all are done.</summary>
    public static IReadOnlyList<AdaptiveElement> SetUp(IReadOnlyList<SetUpStep> steps)
    {
        var done = steps.Where(step => step.IsDone).Select(step => step.Done).ToList();
        return done.Count == steps.Count
            ? []
            :
            [
                Title($"Set-up: {done.Count} of {steps.Count} done"),
                .. steps
                    .Where(step => !step.IsDone)
                    .Select(step => AdaptiveContainer.Row(AdaptiveExecuteAction.Of(step.ToDo, StepVerb, step.Id))),
                .. done.Count == 0 ? Array.Empty<AdaptiveElement>() : [AdaptiveRichTextBlock.Subtle($"Done: {string.Join(", ", done)}.")],
            ];
    }

    /// <summary>Makes the card that says how to do a step.</summary>
    public static TeamsActivity Step(SetUpStep step) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = step.ToDo,
                Body = [AdaptiveTextBlock.Heading(step.ToDo), .. step.How.Select(how => new AdaptiveRichTextBlock(how))],
                Actions = [BotVerbs.CommandButton("Back to home", Verb), HelpCard.Button()],
            },
            step.ToDo
        );

    private static AdaptiveTextBlock Title(string title) => new(title) { Weight = "Bolder", Spacing = "Medium" };
}
