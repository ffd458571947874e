using System.Text.RegularExpressions;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Reads forms by the practice's calendar.</summary>
public sealed class ReportFormReader(TimeProvider time)
{
    private const int LongestPrefill = 1000;

    public DateOnly Today => PracticeTime.Today(time);

    public ReportForm Read(Func<string, string?> answer) => new(answer, Today);

    /// <summary>Text for a card, without identifiers; empty when it cannot be checked.</summary>
    public string Masked(string text)
    {
        try
        {
            return PatientIdentifiers.Mask(text, Today);
        }
        catch (RegexMatchTimeoutException)
        {
            return "";
        }
    }

    /// <summary>The beginning of a text, for a form: masked before it is cut.</summary>
    public string Prefill(string text)
    {
        var masked = Masked(text);
        return masked.Length <= LongestPrefill
            ? masked
            : masked[..(char.IsHighSurrogate(masked[LongestPrefill - 1]) ? LongestPrefill - 1 : LongestPrefill)];
    }
}
