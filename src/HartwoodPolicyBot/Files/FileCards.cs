using AdaptiveCards;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Files;

/// <summary>Makes the messages around a file.</summary>
internal static class FileCards
{
    public const string OrDecline = "Or tap Decline to download it in your browser.";
    public const string Declined = "I haven't saved anything to OneDrive.";
    public const string NotUploaded = "I couldn't save it to OneDrive.";
    public const string TooLate = "That link has expired or been used. Please ask for the file again.";
    public const string NotMade = "Sorry, something went wrong and I couldn't make the file. Please ask for it again.";

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
                        $"The link works once, for {(int)FileOffers.LinkLifetime.TotalMinutes} minutes. Please don't share it."
                    ),
                ],
                Actions = [new AdaptiveOpenUrlAction { Title = "Download in browser", Url = address }],
            },
            Summary
        );
    }
}
