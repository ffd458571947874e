namespace HartwoodPolicyBot.Core.Common;

/// <summary>Says why something was not done. Nothing has changed.</summary>
/// <param name="Kind">The sort of reason, from which the status of the reply follows.</param>
/// <param name="Code">The code for the audit, which never changes.</param>
/// <param name="Sentence">The sentence that the person reads.</param>
/// <param name="Next">The command that leads on, for a button; null if the sentence says what to do.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Sentence, string? Next = null);

/// <summary>Says what sort of reason a refusal has.</summary>
public enum RefusalKind
{
    /// <summary>This person may not do it, or may not do it in this chat.</summary>
    NotAllowed,

    /// <summary>Nothing has that name or id.</summary>
    NotFound,

    /// <summary>It existed, but is no longer available.</summary>
    Gone,

    /// <summary>The person first has to correct what they entered, or do an earlier step.</summary>
    BadInput,

    /// <summary>Something changed after the card was made: another person was first, or it has ended.</summary>
    Conflict,
}
