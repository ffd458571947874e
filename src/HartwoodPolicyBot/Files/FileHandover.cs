using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Authentication;
using HartwoodPolicyBot.Teams.Files;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Files;

/// <summary>
/// Offers files in a person's own chat: into their OneDrive if the client supports that, and otherwise as a link for the
/// browser. The feature decides who may have which file, now and again when it is fetched.
/// </summary>
internal sealed class FileHandover(
    FileOffers offers,
    TeamsFileOptions options,
    BotIdentity identity,
    PublicAddress address,
    UploadHosts hosts,
    StaffOptions staff
)
{
    private bool HasConsent => options.Consent ?? identity.HasCredentials;

    /// <summary>Makes the message that offers the file.</summary>
    /// <param name="turn">The turn whose sender gets the offer.</param>
    /// <param name="file">The file.</param>
    /// <param name="about">How the offer describes it.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<TeamsActivity> OfferAsync(ITurn turn, OfferedFile file, FileDescription about, CancellationToken cancellationToken) =>
        HasConsent
            ? FileConsentCard.Message(
                $"{await offers.OfferAsync(file, Sender.IdOf(turn), cancellationToken):N}",
                about.Name,
                $"{about.Says} {FileCards.OrDecline}",
                about.Estimate
            )
            : await LinkAsync(Sender.IdOf(turn), file, about.Says, null, cancellationToken);

    /// <summary>Makes the message that offers a page to read or print; it is always a link for the browser.</summary>
    public Task<TeamsActivity> OfferPageAsync(ITurn turn, OfferedFile file, string says, CancellationToken cancellationToken) =>
        LinkAsync(Sender.IdOf(turn), file, says, null, cancellationToken);

    /// <summary>
    /// Makes the message with a link, for a file that could not go into OneDrive or that the person declined to put there.
    /// </summary>
    internal Task<TeamsActivity> InsteadAsync(FileOffer offer, string why, CancellationToken cancellationToken) =>
        LinkAsync(PersonId.Of(offer.PersonId), new(offer.Kind, offer.Arguments), null, why, cancellationToken);

    /// <summary>Notes that a file arrived at an address. One of a practice manager's tells which SharePoint is the practice's.</summary>
    internal void Arrived(FileOffer offer, string address)
    {
        if (staff.ActsAsManager(PersonId.Of(offer.PersonId)))
        {
            hosts.Learn(address);
        }
    }

    private async Task<TeamsActivity> LinkAsync(
        PersonId person,
        OfferedFile file,
        string? says,
        string? why,
        CancellationToken cancellationToken
    ) => FileCards.Link(address.At($"{FilePages.Path}/{await offers.MakeLinkAsync(file, person, cancellationToken)}"), says, why);
}

/// <summary>Describes a file to the person to whom it is offered.</summary>
/// <param name="Name">
/// The file's name. OneDrive replaces a file of the same name, so it should say what the file is and of which day.
/// </param>
/// <param name="Says">What is in it, and who must not get it.</param>
/// <param name="Estimate">The estimated size in bytes.</param>
internal sealed record FileDescription(string Name, string Says, long Estimate = 50_000);
