using AdaptiveCards;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Files;

/// <summary>Makes the messages around a file.</summary>
internal static class FileCards
{
    public const string OrDecline = "Decline to get an address for your browser instead.";
    public const string Declined = "I have put nothing into your OneDrive.";
    public const string NotUploaded = "OneDrive did not take the file.";
    public const string TooLate = "That offer is over, or the file has been fetched. Please ask for the file again.";
    public const string NotMade = "Sorry, I could not make the file. Please ask for it again.";

    /// <param name="address">The web address of the file.</param>
    /// <param name="says">What is in the file; null if the person has just read it.</param>
    /// <param name="why">Why the file comes as a link.</param>
    public static TeamsActivity Link(Uri address, string? says, string? why)
    {
        const string Summary = "Your file is ready";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Summary,
                Body =
                [
                    AdaptiveTextBlock.Heading(Summary),
                    .. new[] { why, says }.OfType<string>().Select(text => new AdaptiveTextBlock(text)),
                    AdaptiveTextBlock.Subtle(
                        $"The address works once, for {(int)FileOffers.LinkLifetime.TotalMinutes} minutes, for whoever has it. "
                            + "Please do not pass it on."
                    ),
                ],
                Actions = [new AdaptiveOpenUrlAction { Title = "Open it (in your browser)", Url = address }],
            },
            Summary
        );
    }
}
