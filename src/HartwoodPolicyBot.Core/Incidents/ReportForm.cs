using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Holds the filled-in form as it arrived: untrusted text for each field. Reading it gives a report, or says what to change. Everything
/// that goes back to a card is masked, so that the bot never sends an identifier on.
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
    private readonly ReportFormAnswers answers;

    /// <summary>Reads a form.</summary>
    /// <param name="answer">Returns the answer to a field, or null.</param>
    /// <param name="today">Today's date at the practice.</param>
    public ReportForm(Func<string, string?> answer, DateOnly today)
    {
        answers = new(today);
        foreach (var field in Fields)
        {
            if (FreeText.Contains(field))
            {
                answers.AddText(field, answer(field) ?? "");
            }
            else
            {
                answers.AddChoice(field, answer(field) ?? "");
            }
        }

        Draft = Read();
    }

    /// <summary>The fields to change, with what to change.</summary>
    public IReadOnlyDictionary<string, string> Errors => answers.Errors;

    /// <summary>The answers, with identifiers masked.</summary>
    public IReadOnlyDictionary<string, string> Masked => answers.Masked;

    /// <summary>The kinds of identifiers that were masked by this reading, such as "NHS number".</summary>
    public IReadOnlyList<string> Found => answers.Found;

    /// <summary>
    /// The kinds of identifiers that are hidden in the answers, by this reading or an earlier one: a form that came back with a
    /// mistake, or was filled in before, holds text that is masked already.
    /// </summary>
    public IReadOnlyList<string> Hidden => HiddenIn(Masked);

    /// <summary>Returns the kinds of identifiers that are hidden in masked answers.</summary>
    public static IReadOnlyList<string> HiddenIn(IReadOnlyDictionary<string, string> masked) =>
        [.. FreeText.SelectMany(field => PatientIdentifiers.HiddenIn(masked.GetValueOrDefault(field) ?? ""))];

    /// <summary>
    /// The report as it will be kept; null when something must be changed. Its route is the speak-up route while
    /// <see cref="AsksAboutManager"/> is true.
    /// </summary>
    public IncidentReport? Draft { get; }

    /// <summary>
    /// True if the reporter must still say whether it is about the practice manager. Only a clear no sends a report to the
    /// practice managers, so what is not understood is asked, and is never stored.
    /// </summary>
    public bool AsksAboutManager { get; private set; }

    /// <summary>Adds something that the reporter must know about a field before they send the form again.</summary>
    public void Reject(string field, string sentence) => answers.Reject(field, sentence);

    private IncidentReport? Read()
    {
        var what = answers[What];
        if (what.Length == 0)
        {
            answers.RejectUnlessRejected(What, "Please say what happened.");
        }

        var happened = answers.Day(Happened);
        var noticed = answers.Day(Noticed);
        if (noticed < happened)
        {
            answers.RejectUnlessRejected(Noticed, "This date is before the incident happened.");
        }

        if (answers[Link].Length > 0 && !IsWebLink(answers[Link]))
        {
            answers.RejectUnlessRejected(Link, "Please paste the full link, starting with https://");
        }

        var report = new IncidentReport
        {
            WhatHappened = what,
            Kind = answers.Choice(Kind, IncidentKind.NotSaid),
            Platform = answers[Platform],
            Account = answers.Choice(Account, AccountOwner.NotSaid),
            Link = answers[Link],
            StillVisible = answers.Choice(Visible, YesNoUnsure.NotSaid),
            HappenedOn = happened,
            NoticedOn = noticed,
            PatientRecognisable = answers.Choice(Patient, default(YesNoUnsure), "Please say whether a patient could be recognised."),
            AlreadyDone = answers[Done],
            Source = answers.Choice(Source, IncidentSource.NotSaid),
            Appearance = answers.Choice(Appear, default(ReporterVisibility), "Please say whether your name should be shown."),
            Route = RouteIn(),
        };
        return Errors.Count == 0 ? report : null;
    }

    /// <summary>Returns where the report goes, or notes that this must still be asked.</summary>
    private IncidentRoute RouteIn()
    {
        var answer = answers[AboutManager];
        if (No.Contains(answer, StringComparer.OrdinalIgnoreCase))
        {
            answers[AboutManager] = No[0];
            return IncidentRoute.Managers;
        }

        if (Yes.Contains(answer, StringComparer.OrdinalIgnoreCase))
        {
            answers[AboutManager] = Yes[0];
        }
        else
        {
            answers[AboutManager] = "";
            AsksAboutManager = true;
        }

        return IncidentRoute.SpeakUp;
    }

    private static bool IsWebLink(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp);
}
