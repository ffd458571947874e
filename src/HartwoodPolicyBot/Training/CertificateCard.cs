using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training;

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
                    new AdaptiveRichTextBlock(certificate.Name) { Weight = "Bolder" },
                    new AdaptiveRichTextBlock($"has completed training on the {certificate.Policy}."),
                    new AdaptiveFactSet
                    {
                        Facts =
                        [
                            new("Passed on", PracticeTime.Text(certificate.PassedOn)),
                            new("Score", $"{certificate.Percent}%"),
                            new("Refresher due", PracticeTime.Text(certificate.ValidUntil)),
                            new("Certificate code", certificate.Code),
                        ],
                    },
                    AdaptiveTextBlock.Subtle(
                        $"To check this certificate, go to {address.Verify} and enter the code. Only share the link to print it with "
                            + "people who need it."
                    ),
                ],
                Actions =
                [
                    new AdaptiveOpenUrlAction { Title = "Print in browser", Url = address.Of(certificate) },
                    TrainingVerbs.MineButton(),
                ],
            },
            "Your certificate"
        );
}
