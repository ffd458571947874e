using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Files;

/// <summary>
/// Records that somebody asked for a file which can no longer be fetched. If the offer exists it goes into the audit, once for
/// each offer. A link that was never given out is only logged, so that somebody who makes up many links can't fill the
/// database.
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
