using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;

namespace HartwoodPolicyBot.Files;

/// <summary>Holds every reason for which a file is not handed over.</summary>
internal static class FileRefusals
{
    public static Refusal NotYours { get; } =
        new(RefusalKind.NotAllowed, "not-yours", "That file was for someone else, so I haven't sent it.");

    public static Refusal NotAllowed { get; } =
        new(RefusalKind.NotAllowed, "not-allowed", "You no longer have access to this file. Please ask a practice manager.");

    /// <summary>Teams named an upload address that isn't one of OneDrive's.</summary>
    public static Refusal WrongAddress { get; } = new(RefusalKind.NotAllowed, "wrong-address", FileCards.NotUploaded);

    public static Refusal Unknown { get; } =
        new(
            RefusalKind.NotFound,
            "unknown",
            "This link doesn't work. It may be mistyped, or have expired. Please ask the bot for the file again."
        );

    public static Refusal Used { get; } =
        new(RefusalKind.Gone, "used", "This link has already been used. Please ask the bot for the file again.");

    public static Refusal Expired { get; } =
        new(RefusalKind.Gone, "expired", "This link has expired. Please ask the bot for the file again.");

    /// <summary>Returns why an existing offer can't be fetched.</summary>
    public static Refusal Of(FileOfferState state) => state == FileOfferState.Expired ? Expired : Used;
}
