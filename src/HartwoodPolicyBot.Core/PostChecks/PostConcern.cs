using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>Says what to do about a draft.</summary>
public enum PostVerdict
{
    /// <summary>Nothing against the policy was found. That does not make it safe.</summary>
    NothingFound = 1,

    /// <summary>Somebody should be asked first.</summary>
    AskFirst = 2,

    /// <summary>It should not be posted as it is.</summary>
    DoNotPost = 3,
}

/// <summary>Represents a concern about a draft.</summary>
/// <param name="Kind">What the draft could break.</param>
/// <param name="Words">The words of the draft that raise it, exactly as they were written.</param>
/// <param name="Clause">The clause that it could break; null where the policy in force has none about it.</param>
/// <param name="IsSure">Whether it is clear enough to say that the draft shouldn't be posted.</param>
public sealed record PostConcern(ConcernKind Kind, string Words, QuotedClause? Clause, bool IsSure);

/// <summary>Represents a clause of the policy and the section that it is in.</summary>
public sealed record QuotedClause(PolicySection Section, Clause Clause);

/// <summary>Holds the outcome of a check.</summary>
/// <param name="Verdict">What to do about the draft.</param>
/// <param name="Concerns">The concerns, the likeliest first; empty if nothing was found or the draft could not be read.</param>
/// <param name="Deciding">The clauses that decide, best first, one for each section.</param>
/// <param name="Unread">What of the draft could not be checked.</param>
/// <param name="Masked">The draft with identifiers hidden, to be kept on the card and passed on.</param>
public sealed record PostCheck(
    PostVerdict Verdict,
    IReadOnlyList<PostConcern> Concerns,
    IReadOnlyList<QuotedClause> Deciding,
    UnreadPart Unread,
    string Masked
)
{
    /// <summary>The masked draft without the description of its picture.</summary>
    public string MaskedDraft => Draft.WithoutPicture(Masked);

    /// <summary>What the picture shows, masked; empty if the draft doesn't say.</summary>
    public string MaskedPicture => Draft.PictureOf(Masked);
}

/// <summary>Says what of a draft could not be checked.</summary>
public enum UnreadPart
{
    None = 0,

    /// <summary>It has no words.</summary>
    NoWords,

    /// <summary>It is only a link, which the bot does not open.</summary>
    OnlyLink,

    /// <summary>It is not in English.</summary>
    NotEnglish,

    /// <summary>It is longer than the bot reads.</summary>
    TheEnd,
}
