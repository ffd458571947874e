namespace HartwoodPolicyBot.Core.Staff;

/// <summary>
/// Represents something that a practice manager does to other people's records, as the audit stores it and as people read it.
/// </summary>
/// <param name="Code">Is stored, such as "training.assign", and never changes.</param>
/// <param name="Did">What the practice manager reads: "You assigned training."</param>
/// <param name="DoneToYou">What the person whom it is about reads; null where it is about nobody.</param>
public sealed record AuditedAction(string Code, string Did, string? DoneToYou = null);

/// <summary>Represents something that can be refused to somebody, as the audit stores it and as people read it.</summary>
/// <param name="Code">Is stored, such as "take-on", and never changes.</param>
/// <param name="Wanted">Follows "You wanted": "To take a report on".</param>
public sealed record AuditedAttempt(string Code, string Wanted);

/// <summary>Says why something was refused, as a sentence for the person who looks their own records up later.</summary>
/// <param name="Code">The code of the <see cref="Common.Refusal"/>.</param>
/// <param name="WhyNot">A sentence.</param>
public sealed record AuditedReason(string Code, string WhyNot);

/// <summary>Lists what one feature writes into the audit. Each feature registers its own.</summary>
public sealed record AuditWords
{
    public IReadOnlyList<AuditedAction> Actions { get; init; } = [];

    public IReadOnlyList<AuditedAttempt> Attempts { get; init; } = [];

    public IReadOnlyList<AuditedReason> Reasons { get; init; } = [];

    /// <summary>The reasons that every feature has.</summary>
    public static AuditWords OfAll { get; } =
        new()
        {
            Reasons =
            [
                new("not-allowed", "Only a practice manager, or the person dealing with it, can do that."),
                new("not-yours", "It belonged to someone else."),
                new("unknown", "I couldn't find what it was about."),
            ],
        };
}
