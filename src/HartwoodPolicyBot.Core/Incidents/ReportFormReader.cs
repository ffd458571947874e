using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Reads forms by the practice's calendar.</summary>
public sealed class ReportFormReader(TimeProvider time)
{
    private const int LongestPrefill = 1000;

    public DateOnly Today => PracticeTime.Today(time);

    public ReportForm Read(Func<string, string?> answer) => new(answer, Today);

    /// <summary>Text for a card, without identifiers.</summary>
    public string Masked(string text) => PatientIdentifiers.Mask(text, Today);

    /// <summary>The beginning of a text, for a form: masked before it is cut.</summary>
    public string Prefill(string text) => Excerpt.Cut(Masked(text), LongestPrefill);
}
