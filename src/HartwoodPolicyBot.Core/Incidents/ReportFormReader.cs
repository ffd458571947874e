using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Reads forms, with today's date at the practice.</summary>
public sealed class ReportFormReader(TimeProvider time)
{
    private const int LongestPrefill = 1000;

    public DateOnly Today => PracticeTime.Today(time);

    public ReportForm Read(Func<string, string?> answer) => new(answer, Today);

    /// <summary>Returns a text for a card, with identifiers masked.</summary>
    public string Masked(string text) => PatientIdentifiers.Mask(text, Today);

    /// <summary>Returns the start of a text, to fill in a form. It is masked before it is cut.</summary>
    public string Prefill(string text) => Excerpt.Cut(Masked(text), LongestPrefill);

    /// <summary>Returns the answers of a new form: the text as what happened, and what it says about other questions.</summary>
    public Dictionary<string, string> Answers(string text)
    {
        var what = Prefill(text);
        return new(ReportSuggestions.In(what, Today), StringComparer.Ordinal) { [ReportForm.What] = what };
    }
}
