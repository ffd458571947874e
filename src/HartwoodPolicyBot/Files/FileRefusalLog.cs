using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Files;

/// <summary>
/// Notes that somebody asked for a file that can't be had any more. An offer is somebody's, so it goes into the audit, once
/// an offer. An address that was never given out is nobody's, and whoever makes up many must not fill the database: of
/// those there is a line in the log.
/// </summary>
internal sealed class FileRefusalLog(Audit audit, ILogger<FileRefusalLog> log)
{
    public Task LateAsync(FileOffer offer, FileOfferState state, CancellationToken cancellationToken) =>
        audit.RefusedOnceAsync(
            offer.Id,
            PersonId.Of(offer.PersonId),
            FileAudit.Fetch,
            FileRefusals.Of(state),
            offer.Kind,
            cancellationToken
        );

    public void Unknown() => log.FileAddressUnknown();
}
