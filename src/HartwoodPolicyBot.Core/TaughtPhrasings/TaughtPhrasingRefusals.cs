using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.TaughtPhrasings;

/// <summary>Makes the refusals about teaching a section.</summary>
public static class TaughtPhrasingRefusals
{
    public static Refusal SectionGone { get; } =
        new(RefusalKind.Gone, "section-gone", "The policy has changed, and I can't find that part in it. Please choose again.");

    public static Refusal NoSection { get; } = new(RefusalKind.BadInput, "no-section", "Please choose the section that covers it.");

    public static Refusal NoClause { get; } = new(RefusalKind.BadInput, "no-clause", "Please choose the part that answers it.");

    public static Refusal NoWords { get; } =
        new(RefusalKind.BadInput, "no-words", "That question has no words, so I can't learn it. Please dismiss it instead.");

    public static Refusal NotTaught { get; } =
        new(RefusalKind.NotFound, "not-taught", "Someone has already undone or changed that. Here's the latest.");

    /// <summary>Of two practice managers who teach the same question at the same time, the second gets this refusal.</summary>
    public static Refusal WasTaught(string by, string heading) =>
        new(
            RefusalKind.Conflict,
            "was-taught",
            $"{by} has just taught me to answer this with “{heading}”, so I've changed nothing. You can still teach me your choice."
        );
}
