using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>
/// Says which clauses of the social media policy are about each concern. A policy is an editor's file: where a clause is missing, the
/// first of its section is quoted, and where the section is missing, none is.
/// </summary>
internal sealed class ConcernClauses(PolicyLibrary library)
{
    private const string Clinicians = "clinicians";
    private const string PracticeManager = "practice-manager";

    private static readonly Source Confidentiality = new(SocialMediaPolicy.PatientConfidentiality, "Posts, comments, tweets");
    private static readonly Source Recognisable = new(SocialMediaPolicy.PatientConfidentiality, "This includes posting anonymized");
    private static readonly Source Accounts = new(SocialMediaPolicy.PracticeAccounts, "Unauthorised practice accounts");
    private static readonly Source Authorising = new(PracticeManager, "The practice manager is responsible for authorising");

    /// <summary>Returns the clause to quote for a concern; null where the policy has none.</summary>
    public QuotedClause? Of(ConcernKind kind) => Sources(kind).Select(Find).FirstOrDefault(clause => clause is not null);

    /// <summary>
    /// Returns the clauses that decide, best first: those of the concerns, related ones, then what also speaks about them.
    /// </summary>
    public IReadOnlyList<QuotedClause> Deciding(IReadOnlyList<ConcernKind> kinds, IEnumerable<ConcernKind> related) =>
        [
            .. kinds
                .Select(Of)
                .Concat(related.Select(Of))
                .Concat(kinds.SelectMany(kind => Sources(kind).Skip(1)).Select(Find))
                .OfType<QuotedClause>()
                .DistinctBy(clause => clause.Section.Id),
        ];

    private static IReadOnlyList<Source> Sources(ConcernKind kind) =>
        kind switch
        {
            ConcernKind.Identifier => [Confidentiality],
            ConcernKind.Patient => [Recognisable, Confidentiality],
            ConcernKind.Picture =>
            [
                new(SocialMediaPolicy.PatientConfidentiality, "Images shared of a workplace"),
                new(SocialMediaPolicy.PatientConfidentiality, "Images of patients"),
            ],
            ConcernKind.Review => [Confidentiality, new(SocialMediaPolicy.InteractionsOnline, "Discussing a patient")],
            ConcernKind.Advice => [new(SocialMediaPolicy.InteractionsOnline, "Discussing a patient")],
            ConcernKind.Boundaries => [new(SocialMediaPolicy.InteractionsOnline, "Professional boundaries")],
            ConcernKind.Disrespect => [new(SocialMediaPolicy.InteractionsOnline, "Patients and colleagues")],
            ConcernKind.Interest => [new(SocialMediaPolicy.ConflictsOfInterest, "All staff will be open")],
            ConcernKind.Anonymity => [new(SocialMediaPolicy.Anonymity, "When identifying"), new(Clinicians, "Clinicians will follow")],
            ConcernKind.Account => [Accounts, Authorising],
            ConcernKind.ForThePractice => [new(SocialMediaPolicy.PracticeAccounts, "Any practice social media accounts"), Authorising],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This concern has no clause"),
        };

    private QuotedClause? Find(Source source) =>
        library.Section(SocialMediaPolicy.IdOf(source.Anchor)) is { } section
            ? new(
                section,
                section.Clauses.FirstOrDefault(clause => clause.Text.StartsWith(source.Beginning, StringComparison.Ordinal))
                    ?? section.Clauses[0]
            )
            : null;

    /// <summary>Names a section, and the beginning of a clause in it.</summary>
    private sealed record Source(string Anchor, string Beginning);
}
