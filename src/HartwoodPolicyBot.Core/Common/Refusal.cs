namespace HartwoodPolicyBot.Core.Common;

/// <summary>Says why something was not done. Nothing has changed.</summary>
/// <param name="Kind">What sort of reason it is; the answer's status follows from it.</param>
/// <param name="Code">Goes into the audit, and never changes.</param>
/// <param name="Sentence">What the person reads.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Sentence);

/// <summary>The sorts of reasons for which something is not done.</summary>
public enum RefusalKind
{
    /// <summary>This person may not do it, or not in this chat.</summary>
    NotAllowed,

    /// <summary>There is nothing of that name or id.</summary>
    NotFound,

    /// <summary>It was there, and can't be had any more.</summary>
    Gone,

    /// <summary>The person has to put something right first: what they entered, or a step that comes before.</summary>
    BadInput,

    /// <summary>Things have moved on since the card was made: somebody else was first, or it is over.</summary>
    Conflict,
}
