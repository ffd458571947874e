using System.Globalization;
using System.Text;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Reads the answers of a form one by one: masks identifiers, reads days and choices, and notes for each field what the reporter
/// must change.
/// </summary>
internal sealed class ReportFormAnswers(DateOnly today)
{
    /// <summary>
    /// The length at which a kept answer is cut: far more than any field takes, and short enough for one card to hold them all.
    /// </summary>
    private const int LongestKept = 5000;
    private readonly Dictionary<string, string> masked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> errors = new(StringComparer.Ordinal);
    private readonly List<string> found = [];

    /// <summary>The answers, with identifiers masked.</summary>
    public IReadOnlyDictionary<string, string> Masked => masked;

    /// <summary>The fields to change, with what to change.</summary>
    public IReadOnlyDictionary<string, string> Errors => errors;

    /// <summary>The kinds of identifiers that were masked.</summary>
    public IReadOnlyList<string> Found => found;

    public string this[string field]
    {
        get => masked[field];
        set => masked[field] = value;
    }

    /// <summary>Adds an answer that is chosen, not written.</summary>
    public void AddChoice(string field, string answer) => masked[field] = Excerpt.Cut(Clean(answer), LongestKept);

    /// <summary>Adds an answer in somebody's own words. Its length is checked as they wrote it, before identifiers are masked.</summary>
    public void AddText(string field, string answer)
    {
        var text = Clean(answer);
        TooLong(field, text);
        var check = PatientIdentifiers.Check(text, today);
        found.AddRange(check.Found);
        masked[field] = Excerpt.Cut(check.Text, LongestKept);
    }

    /// <summary>Notes what to change about a field, in place of what was noted before.</summary>
    public void Reject(string field, string sentence) => errors[field] = sentence;

    /// <summary>Notes what to change about a field, unless something is noted already.</summary>
    public void RejectUnlessRejected(string field, string sentence) => errors.TryAdd(field, sentence);

    /// <summary>Returns the day, or null if there is none. A day that can't be read or is in the future is noted.</summary>
    public DateOnly? Day(string field)
    {
        if (masked[field].Length == 0)
        {
            return null;
        }

        if (FormDay.Read(masked[field]) is not { Year: >= 2000 } day)
        {
            // Put back into the field it would show nothing, or be read as something else.
            masked[field] = "";
            Reject(field, "Please enter a date, such as 28 November 2026.");
            return null;
        }

        masked[field] = FormDay.Text(day);

        if (day > today)
        {
            Reject(field, "This date is in the future.");
        }

        return day;
    }

    /// <summary>
    /// Returns the chosen value. Without a choice it returns the usual value, or records an error when a choice is required.
    /// </summary>
    public T Choice<T>(string field, T usual, string? error = null)
        where T : struct, Enum
    {
        if (masked[field].Length == 0 && error is null)
        {
            return usual;
        }

        if (
            Enum.TryParse<T>(masked[field], out var choice)
            && Enum.IsDefined(choice)
            && !EqualityComparer<T>.Default.Equals(choice, default)
            && masked[field].All(char.IsAsciiLetter)
        )
        {
            return choice;
        }

        Reject(field, error ?? "Please choose one of the answers.");
        return usual;
    }

    private void TooLong(string field, string text)
    {
        var longest = field switch
        {
            ReportForm.What => Incident.LongestAccount,
            ReportForm.Done => TimelineEntry.LongestText,
            ReportForm.Link => Incident.LongestLink,
            _ => Incident.LongestLine,
        };
        if (text.Length > longest)
        {
            errors[field] = string.Create(
                CultureInfo.InvariantCulture,
                $"Please keep to {longest:N0} characters. You wrote {text.Length:N0}."
            );
        }
    }

    /// <summary>Removes invisible characters, but keeps line breaks.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text.Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            if (letter == '\n' || !char.IsControl(letter))
            {
                clean.Append(letter);
            }
        }

        return clean.ToString().Trim();
    }
}
