using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Files;

/// <summary>
/// Notes that a file was asked for which is not to be had any more. An offer is somebody's, so it stands in the audit, once
/// an offer. An address that was never given out is nobody's, and whoever makes up many must not fill the database: of
/// those there is a line in the log.
/// </summary>
internal sealed class FileRefusals(Audit audit, ILogger<FileRefusals> log)
{
    public Task LateAsync(FileOffer offer, FileOfferState state, CancellationToken cancellationToken) =>
        audit.RefusedOnceAsync(
            offer.Id,
            offer.PersonId,
            "file",
            state == FileOfferState.Expired ? "expired" : "used",
            offer.Kind,
            cancellationToken
        );

    public void Unknown() => log.FileAddressUnknown();
}
