namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>Says what a draft could break. The numbers are the classes of the classifier.</summary>
public enum ConcernKind
{
    /// <summary>A patient is named, or could be recognised without a name.</summary>
    Patient = 0,

    /// <summary>A picture shows a patient, or something that names one.</summary>
    Picture = 1,

    /// <summary>Health advice to one person, in public.</summary>
    Advice = 2,

    /// <summary>Befriending a patient, or flirting.</summary>
    Boundaries = 3,

    /// <summary>Disrespect for patients, colleagues or other services.</summary>
    Disrespect = 4,

    /// <summary>Praise for something in which the writer has an interest that the draft hides or sells.</summary>
    Interest = 5,

    /// <summary>Somebody writes as a clinician without a name.</summary>
    Anonymity = 6,

    /// <summary>An account in the practice's name that nobody authorised.</summary>
    Account = 7,

    /// <summary>Somebody speaks for the practice.</summary>
    ForThePractice = 8,

    /// <summary>A reply to a review that gives facts of the case.</summary>
    Review = 9,

    /// <summary>A number, address or date that identifies a patient. A rule finds it, so the classifier does not know it.</summary>
    Identifier = 10,
}

/// <summary>Lists the kinds that the classifier tells apart, under the names that the bank of drafts uses.</summary>
internal static class ConcernKinds
{
    /// <summary>The number of kinds that the classifier knows.</summary>
    public const int Learned = (int)ConcernKind.Identifier;

    private static readonly Dictionary<string, ConcernKind> ByName = new(StringComparer.Ordinal)
    {
        ["patient"] = ConcernKind.Patient,
        ["picture"] = ConcernKind.Picture,
        ["advice"] = ConcernKind.Advice,
        ["boundaries"] = ConcernKind.Boundaries,
        ["disrespect"] = ConcernKind.Disrespect,
        ["interest"] = ConcernKind.Interest,
        ["anonymity"] = ConcernKind.Anonymity,
        ["account"] = ConcernKind.Account,
        ["for-the-practice"] = ConcernKind.ForThePractice,
        ["review"] = ConcernKind.Review,
    };

    /// <summary>Returns the kind with a name in the bank; null where the name is none.</summary>
    public static ConcernKind? Named(string name) => ByName.TryGetValue(name, out var kind) ? kind : null;
}
