using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Authentication;
using HartwoodPolicyBot.Teams.Files;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Files;

/// <summary>
/// Offers files in a person's own chat: for their OneDrive where the client can ask for that, and otherwise behind an address
/// for the browser. Who may have which file is the feature's to say, here and again when it is fetched.
/// </summary>
public sealed class FileHandover(FileOffers offers, TeamsFileOptions options, BotIdentity identity, PublicAddress address)
{
    private bool HasConsent => options.Consent ?? identity.HasCredentials;

    /// <summary>The message that offers the file.</summary>
    /// <param name="turn">Whoever sent it gets the offer.</param>
    /// <param name="file">Which file.</param>
    /// <param name="about">How it is offered.</param>
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

    /// <summary>The same, always for the browser: a page to read or print.</summary>
    public Task<TeamsActivity> OfferPageAsync(ITurn turn, OfferedFile file, string says, CancellationToken cancellationToken) =>
        LinkAsync(Sender.IdOf(turn), file, says, null, cancellationToken);

    /// <summary>The second way, for a file that could not or should not go into OneDrive.</summary>
    internal Task<TeamsActivity> InsteadAsync(FileOffer offer, string why, CancellationToken cancellationToken) =>
        LinkAsync(PersonId.Of(offer.PersonId), new(offer.Kind, offer.Arguments), null, why, cancellationToken);

    private async Task<TeamsActivity> LinkAsync(
        PersonId person,
        OfferedFile file,
        string? says,
        string? why,
        CancellationToken cancellationToken
    ) => FileCards.Link(address.At($"{FilePages.Path}/{await offers.MakeLinkAsync(file, person, cancellationToken)}"), says, why);
}

/// <param name="Name">Of the file. OneDrive replaces one of the same name, so it says what and when.</param>
/// <param name="Says">What is in it, and whom it is not for.</param>
/// <param name="Estimate">How large about, in bytes.</param>
public sealed record FileDescription(string Name, string Says, long Estimate = 50_000);
