using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.TaughtPhrasings;

/// <summary>Represents a taught phrasing, and its section and clause as the policies in force have them.</summary>
public sealed record TaughtSection(TaughtPhrasing Phrasing, PolicySection Section)
{
    /// <summary>The clause to set off. If it was reworded since, it is the nearest one, or the first.</summary>
    public Clause Clause { get; } =
        Section.Clauses.FirstOrDefault(clause => clause.Text == Phrasing.Clause)
        ?? NearestClause.To(Phrasing.Clause, Section)
        ?? Section.Clauses[0];

    /// <summary>Returns the section as an answer quotes it.</summary>
    public RankedSection Ranked()
    {
        var scores = new float[Section.Clauses.Count];
        scores[Clause.Number] = 1;
        return new(Section, 1, QuotedClauses.Of(Section, scores));
    }
}
