using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;

namespace HartwoodPolicyBot.Files;

/// <summary>Holds every reason for which a file is not handed over.</summary>
internal static class FileRefusals
{
    public static Refusal NotYours { get; } = new(RefusalKind.NotAllowed, "not-yours", "That file is not yours to have. Nothing was sent.");

    public static Refusal NotAllowed { get; } =
        new(RefusalKind.NotAllowed, "not-allowed", "You may not have this file any more. Please ask a practice manager.");

    /// <summary>Teams named an upload address that isn't one of OneDrive's.</summary>
    public static Refusal WrongAddress { get; } = new(RefusalKind.NotAllowed, "wrong-address", FileCards.NotUploaded);

    public static Refusal Unknown { get; } =
        new(RefusalKind.NotFound, "unknown", "There is nothing at this address. It may be mistyped, or it was long ago.");

    public static Refusal Used { get; } =
        new(RefusalKind.Gone, "used", "This file has been fetched already: an address works once. Please ask the bot for the file again.");

    public static Refusal Expired { get; } =
        new(
            RefusalKind.Gone,
            "expired",
            $"This address worked for {(int)FileOffers.LinkLifetime.TotalMinutes} minutes, which are over. "
                + "Please ask the bot for the file again."
        );

    /// <summary>Returns why an existing offer can't be fetched.</summary>
    public static Refusal Of(FileOfferState state) => state == FileOfferState.Expired ? Expired : Used;
}
