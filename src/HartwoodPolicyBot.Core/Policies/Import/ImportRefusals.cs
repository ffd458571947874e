using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Makes the refusals about files. Each says what is wrong, and what to do instead.</summary>
public static class ImportRefusals
{
    public static Refusal UnknownType { get; } =
        new(
            RefusalKind.BadInput,
            "file-type",
            "I can't read this kind of file. Please send the policy as a Word (.docx), PDF, Markdown or plain text file."
        );

    public static Refusal OldWord { get; } =
        new(
            RefusalKind.BadInput,
            "file-old-word",
            "This is an old Word file (.doc), which I can't read. Open it in Word, save it as a Word document (.docx), and send that."
        );

    public static Refusal Password { get; } =
        new(RefusalKind.BadInput, "file-password", "This file has a password, so I can't read it. Save a copy without one, and send that.");

    public static Refusal Macros { get; } =
        new(
            RefusalKind.BadInput,
            "file-macros",
            "This file has macros, which I don't open. Save it as a Word document without macros (.docx), and send that."
        );

    public static Refusal TooLarge { get; } =
        new(
            RefusalKind.BadInput,
            "file-too-large",
            "This file is larger than 10 MB, so I can't read it. Take the pictures out, save it again, and send that."
        );

    public static Refusal Unpacked { get; } =
        new(
            RefusalKind.BadInput,
            "file-unpacked",
            "This file is too large for me to read. Copy the policy into a new document, and send that."
        );

    public static Refusal TooLong { get; } =
        new(
            RefusalKind.BadInput,
            "file-too-long",
            "This file is too long to be one policy. Split it into one file for each policy, and send them one at a time."
        );

    public static Refusal TooDeep { get; } =
        new(
            RefusalKind.BadInput,
            "file-too-deep",
            "This file's layout is too complicated for me to read. Copy the policy into a new document, and send that."
        );

    public static Refusal TooSlow { get; } =
        new(
            RefusalKind.BadInput,
            "file-too-slow",
            "Reading this file took longer than 20 seconds, so I stopped. Copy the policy into a new document, and send that."
        );

    public static Refusal TooHeavy { get; } =
        new(
            RefusalKind.BadInput,
            "file-too-heavy",
            "Reading this file took more memory than I have for it, so I stopped. Copy the policy into a new document, and send that."
        );

    public static Refusal NotRead { get; } =
        new(
            RefusalKind.BadInput,
            "file-not-read",
            "I can't read files at the moment. Please send it again later, and tell the person who runs me if it still doesn't work."
        );

    public static Refusal Broken { get; } =
        new(
            RefusalKind.BadInput,
            "file-broken",
            "This file is damaged or incomplete, so I can't read it. Open it on your computer, save it again, and send that."
        );

    public static Refusal Unsafe { get; } =
        new(
            RefusalKind.BadInput,
            "file-unsafe",
            "This file has parts that a policy doesn't need and that can do harm. Copy the policy into a new document, and send that."
        );

    public static Refusal Empty { get; } =
        new(RefusalKind.BadInput, "file-empty", "I found no text in this file. Check that it is the right one, and send it again.");

    public static Refusal Scanned { get; } =
        new(
            RefusalKind.BadInput,
            "file-scanned",
            "This PDF only has pictures of the pages, so I can't read its words. Please send the Word document that it was made from."
        );

    public static Refusal UnknownLetters { get; } =
        new(
            RefusalKind.BadInput,
            "file-letters",
            "This PDF doesn't say which letters it shows, so I can't read its words. Please send the Word document that it was made from."
        );

    public static Refusal NotText { get; } =
        new(
            RefusalKind.BadInput,
            "file-not-text",
            "This doesn't look like a text file. Please send the policy as a Word (.docx), PDF, Markdown or plain text file."
        );
}

/// <summary>Stops the reading of a file, because of what was found in it.</summary>
internal sealed class ImportStoppedException(Refusal refusal) : Exception(refusal.Sentence)
{
    public Refusal Refusal { get; } = refusal;
}
