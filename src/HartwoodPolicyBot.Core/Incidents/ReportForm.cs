using System.Globalization;
using System.Text;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// The filled-in form as it arrived: untrusted text for each field. Reading it gives a report, or says what to change.
/// Everything that goes back to a card is masked, so that the bot never sends an identifier on.
/// </summary>
public sealed class ReportForm
{
    public const string What = "what";
    public const string Kind = "kind";
    public const string Platform = "platform";
    public const string Account = "account";
    public const string Link = "link";
    public const string Visible = "visible";
    public const string Happened = "happened";
    public const string Noticed = "noticed";
    public const string Patient = "patient";
    public const string Done = "done";
    public const string Source = "source";
    public const string Appear = "appear";
    public const string AboutManager = "aboutManager";

    /// <summary>
    /// The length at which a kept answer is cut: far more than any field takes, and short enough for one card to hold them all.
    /// </summary>
    private const int LongestKept = 5000;
    private static readonly string[] Fields =
    [
        What,
        Kind,
        Platform,
        Account,
        Link,
        Visible,
        Happened,
        Noticed,
        Patient,
        Done,
        Source,
        Appear,
        AboutManager,
    ];
    private static readonly string[] Yes = ["true", "yes"];
    private static readonly string[] No = ["false", "no"];
    private static readonly string[] FreeText = [What, Platform, Link, Done];
    private readonly Dictionary<string, string> masked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> errors = new(StringComparer.Ordinal);
    private readonly DateOnly today;

    /// <summary>Reads a form.</summary>
    /// <param name="answer">Returns the answer to a field, or null.</param>
    /// <param name="today">Today's date at the practice.</param>
    public ReportForm(Func<string, string?> answer, DateOnly today)
    {
        this.today = today;
        var found = new List<string>();
        foreach (var field in Fields)
        {
            var text = Clean(answer(field) ?? "");
            if (FreeText.Contains(field))
            {
                TooLong(field, text);
                var check = PatientIdentifiers.Check(text, today);
                found.AddRange(check.Found);
                text = check.Text;
            }

            masked[field] = Excerpt.Cut(text, LongestKept);
        }

        Found = found;
        Draft = Read();
    }

    /// <summary>The fields to change, with what to change.</summary>
    public IReadOnlyDictionary<string, string> Errors => errors;

    /// <summary>The answers, with identifiers masked.</summary>
    public IReadOnlyDictionary<string, string> Masked => masked;

    /// <summary>The kinds of identifiers that were masked by this reading, such as "NHS number".</summary>
    public IReadOnlyList<string> Found { get; }

    /// <summary>
    /// The kinds of identifiers that are hidden in the answers, by this reading or an earlier one: a form that came back with a
    /// mistake, or was filled in before, holds text that is masked already.
    /// </summary>
    public IReadOnlyList<string> Hidden => HiddenIn(masked);

    /// <summary>Returns the kinds of identifiers that are hidden in masked answers.</summary>
    public static IReadOnlyList<string> HiddenIn(IReadOnlyDictionary<string, string> masked) =>
        [.. FreeText.SelectMany(field => PatientIdentifiers.HiddenIn(masked.GetValueOrDefault(field) ?? ""))];

    /// <summary>
    /// The report as it will be kept; null when something must be changed. Its route is the speak-up route while
    /// <see cref="AsksAboutManager"/> is true.
    /// </summary>
    public IncidentReport? Draft { get; }

    /// <summary>The report; null when something must be changed, or is still to be asked.</summary>
    public IncidentReport? Report => AsksAboutManager ? null : Draft;

    /// <summary>
    /// True if the reporter must still say whether it is about the practice manager. Only a clear no sends a report to the
    /// practice managers, so what is not understood is asked, and is never stored.
    /// </summary>
    public bool AsksAboutManager { get; private set; }

    /// <summary>Adds something that the reporter must know about a field before they send the form again.</summary>
    public void Reject(string field, string sentence) => errors[field] = sentence;

    private IncidentReport? Read()
    {
        var what = masked[What];
        if (what.Length == 0)
        {
            errors.TryAdd(What, "Please say what happened.");
        }

        var happened = Day(Happened);
        var noticed = Day(Noticed);
        if (noticed < happened)
        {
            errors.TryAdd(Noticed, "This date is before the incident happened.");
        }

        if (masked[Link].Length > 0 && !IsWebLink(masked[Link]))
        {
            errors.TryAdd(Link, "Please paste the full link, starting with https://");
        }

        var report = new IncidentReport
        {
            WhatHappened = what,
            Kind = One(Kind, IncidentKind.NotSaid),
            Platform = masked[Platform],
            Account = One(Account, AccountOwner.NotSaid),
            Link = masked[Link],
            StillVisible = One(Visible, YesNoUnsure.NotSaid),
            HappenedOn = happened,
            NoticedOn = noticed,
            PatientRecognisable = One(Patient, default(YesNoUnsure), "Please say whether a patient could be recognised."),
            AlreadyDone = masked[Done],
            Source = One(Source, IncidentSource.NotSaid),
            Appearance = One(Appear, default(ReporterVisibility), "Please say whether your name should be shown."),
            Route = RouteIn(),
        };
        return errors.Count == 0 ? report : null;
    }

    /// <summary>Returns where the report goes, or notes that this must still be asked.</summary>
    private IncidentRoute RouteIn()
    {
        var answer = masked[AboutManager];
        if (No.Contains(answer, StringComparer.OrdinalIgnoreCase))
        {
            masked[AboutManager] = No[0];
            return IncidentRoute.Managers;
        }

        if (Yes.Contains(answer, StringComparer.OrdinalIgnoreCase))
        {
            masked[AboutManager] = Yes[0];
        }
        else
        {
            masked[AboutManager] = "";
            AsksAboutManager = true;
        }

        return IncidentRoute.SpeakUp;
    }

    private void TooLong(string field, string text)
    {
        var longest = field switch
        {
            What => Incident.LongestAccount,
            Done => TimelineEntry.LongestText,
            Link => Incident.LongestLink,
            _ => Incident.LongestLine,
        };
        if (text.Length > longest)
        {
            errors[field] = string.Create(
                CultureInfo.InvariantCulture,
                $"Please keep to {longest:N0} characters; you wrote {text.Length:N0}."
            );
        }
    }

    private DateOnly? Day(string field)
    {
        if (masked[field].Length == 0)
        {
            return null;
        }

        if (FormDay.Read(masked[field]) is not { Year: >= 2000 } day)
        {
            // Put back into the field it would show nothing, or be read as something else.
            masked[field] = "";
            errors[field] = "Please enter a valid date.";
            return null;
        }

        masked[field] = FormDay.Text(day);

        if (day > today)
        {
            errors[field] = "This date is in the future.";
        }

        return day;
    }

    /// <summary>
    /// Returns the chosen value. Without a choice it returns the usual value, or records an error when a choice is required.
    /// </summary>
    private T One<T>(string field, T usual, string? error = null)
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

        errors[field] = error ?? "Please choose one of the answers.";
        return usual;
    }

    private static bool IsWebLink(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp);

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
