using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training;

/// <summary>
/// Makes the card of a person's own training: what is due, what is done and on which version, and when the refresher is due.
/// </summary>
internal static class MyTrainingCard
{
    private const int MostShown = 5;

    public static TeamsActivity Message(TrainingView view, DateOnly today, string? banner = null) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Your training",
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading("Your training"),
                    .. view.Running is { } running
                        ? (AdaptiveElement[])
                            [
                                new AdaptiveTextBlock(
                                    $"You are in the middle of a round: {TrainingWords.Bar(running.Answers.Count, running.Count)}."
                                ),
                            ]
                        : [],
                    new AdaptiveTextBlock("To do") { Weight = "Bolder", Spacing = "Medium" },
                    .. view.Open.Count == 0
                        ? (IEnumerable<AdaptiveElement>)[new AdaptiveTextBlock("Nothing at the moment.")]
                        : view.Open.Select(open => new AdaptiveTextBlock($"{TrainingWords.Of(open)}: {TrainingWords.Due(open, today)}.")),
                    new AdaptiveTextBlock("Done") { Weight = "Bolder", Spacing = "Medium" },
                    .. view.Finished.Count == 0
                        ? (IEnumerable<AdaptiveElement>)[new AdaptiveTextBlock("No round finished yet.")]
                        : view.Finished.Take(MostShown).Select(Line),
                    AdaptiveTextBlock.Subtle($"Your role: {TrainingWords.Of(view.Role)}"),
                ],
                Actions =
                [
                    view.Running is null ? TrainingVerbs.StartButton() : TrainingVerbs.ContinueButton(),
                    .. view.LastPass is { } pass
                        ? (AdaptiveAction[])[AdaptiveExecuteAction.Of("Certificate", TrainingVerbs.Certificate, $"{pass.Id:N}")]
                        : [],
                    AdaptiveExecuteAction.Of("Change my role", TrainingVerbs.AskRole),
                ],
            },
            "Your training"
        );

    private static AdaptiveTextBlock Line(TrainingAttempt attempt) =>
        new(
            $"{PracticeTime.Text(PracticeTime.DateOf(attempt.FinishedAt!.Value))}: "
                + $"{(attempt.State == AttemptState.Passed ? "passed" : "not passed")}, {attempt.Right} of "
                + $"{attempt.Count} right. {attempt.PolicyName}."
        );
}

/// <summary>Makes the certificate in the chat; the page behind its link can be printed.</summary>
internal static class CertificateCard
{
    public static TeamsActivity Message(Certificate certificate, TrainingAddress address) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Certificate",
                Body =
                [
                    AdaptiveTextBlock.Heading("Certificate of training"),
                    new AdaptiveTextBlock(certificate.Name) { Weight = "Bolder" },
                    new AdaptiveTextBlock($"has passed the training on the {certificate.Policy}."),
                    new AdaptiveFactSet
                    {
                        Facts =
                        [
                            new("Passed on", PracticeTime.Text(certificate.PassedOn)),
                            new("Score", $"{certificate.Percent} %"),
                            new("Refresher due", PracticeTime.Text(certificate.ValidUntil)),
                            new("Code", certificate.Code),
                        ],
                    },
                    AdaptiveTextBlock.Subtle(
                        $"Anybody can check the code at {address.Verify}. The page behind the button is for whoever has its address."
                    ),
                ],
                Actions =
                [
                    new AdaptiveOpenUrlAction { Title = "Print it (in your browser)", Url = address.Of(certificate) },
                    TrainingVerbs.MineButton(),
                ],
            },
            "Your certificate"
        );
}
