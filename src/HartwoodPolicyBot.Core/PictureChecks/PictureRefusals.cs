using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.PictureChecks;

/// <summary>Holds every reason for which a picture is not checked or not copied.</summary>
public static class PictureRefusals
{
    private const string SendAnother = "Please send it as a JPEG or PNG file.";

    public static Refusal Unknown { get; } =
        new(RefusalKind.BadInput, "picture-unknown", $"I can't read this kind of picture. {SendAnother}");

    public static Refusal Drawing { get; } =
        new(
            RefusalKind.BadInput,
            "picture-drawing",
            $"This is an SVG drawing. It can hold scripts and links, so I haven't opened it. {SendAnother}"
        );

    public static Refusal Moving { get; } =
        new(
            RefusalKind.BadInput,
            "picture-moving",
            "This picture moves, and I can only check one that doesn't. Please look at it yourself, or send a screenshot of it."
        );

    public static Refusal Broken { get; } =
        new(RefusalKind.BadInput, "picture-broken", $"This file is damaged, so I can't read it. {SendAnother}");

    /// <summary>A few bytes that unpack to very many, which would fill the memory.</summary>
    public static Refusal Bomb { get; } =
        new(
            RefusalKind.BadInput,
            "picture-bomb",
            "This file unpacks to far more than a picture needs, so I haven't opened it. Please send a screenshot of the picture."
        );

    public static Refusal StillChecking { get; } =
        new(RefusalKind.Conflict, "picture-under-way", "I'm still checking your last picture. Please send this one again in a minute.");

    public static Refusal Forgotten { get; } =
        new(RefusalKind.Gone, "picture-forgotten", "I don't keep pictures, and I've forgotten this one. Please send it again.");

    public static Refusal WrongPlace { get; } =
        new(
            RefusalKind.BadInput,
            "picture-address",
            "I can only take pictures from Teams, or from the practice's own OneDrive or SharePoint. Please drop it into this chat."
        );

    public static Refusal NotFetched { get; } =
        new(RefusalKind.BadInput, "picture-not-fetched", "I couldn't get the picture. Please drop it into this chat again.");

    public static Refusal TooLarge(int megabytes) =>
        new(
            RefusalKind.BadInput,
            "picture-too-large",
            $"This file is larger than {megabytes} MB, so I haven't checked it. Please send a smaller copy."
        );

    public static Refusal TooManyPixels(int megapixels) =>
        new(
            RefusalKind.BadInput,
            "picture-too-many-pixels",
            $"This picture has more than {megapixels} megapixels, so I haven't checked it. Please send a smaller copy."
        );
}
