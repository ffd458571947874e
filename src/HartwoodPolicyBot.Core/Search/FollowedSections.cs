using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Holds the sections that were learned, each as it is in the policies in force now: renamed, reworded, or gone. It lets the bot answer
/// from a new version at once, with what it learned from the one before.
/// </summary>
internal sealed class FollowedSections
{
    private readonly IReadOnlyList<PolicySection> learned;
    private readonly PolicySection?[] now;

    public FollowedSections(IReadOnlyList<PolicySection> learned, PolicyLibrary library)
    {
        this.learned = learned;
        now =
        [
            .. learned.Select(section => library.Document(section.DocumentSlug)?.Sections.FirstOrDefault(next => IsSame(section, next))),
        ];
    }

    /// <summary>Returns the learned section at a place as it is now; null where it is gone.</summary>
    public PolicySection? this[int place] => now[place];

    /// <summary>Returns whether a section of now is one that was learned.</summary>
    public bool Contains(PolicySection section) => now.Contains(section);

    /// <summary>Returns what a clause that was learned is called now; null if no section says it any more.</summary>
    public ClauseId? Of(ClauseId clause)
    {
        for (var place = 0; place < learned.Count; place++)
        {
            var section = learned[place];
            if (section.Id == clause.SectionId && now[place] is { } next && clause.Number < section.Clauses.Count)
            {
                return next.Clauses.FirstOrDefault(same => same.Text == section.Clauses[clause.Number].Text) is { } same
                    ? new(next.Id, same.Number)
                    : null;
            }
        }

        return null;
    }

    /// <summary>Returns the scores of the clauses as they are now: a clause that is as it was learned has the score that it had.</summary>
    public static float[] Scores(PolicySection next, PolicySection learned, float[] scores) =>
        [
            .. next.Clauses.Select(clause =>
                learned.Clauses.FirstOrDefault(old => old.Text == clause.Text) is { } same ? scores[same.Number] : float.Epsilon
            ),
        ];

    private static bool IsSame(PolicySection learned, PolicySection next) => learned.KnownAs.Any(next.KnownAs.Contains);
}
