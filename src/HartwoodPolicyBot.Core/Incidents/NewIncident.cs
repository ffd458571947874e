using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Makes an incident from a report: who is known, which deadlines count, and the first line of the timeline.</summary>
internal static class NewIncident
{
    /// <param name="report">The report that was read from the form.</param>
    /// <param name="reporter">The reporter, who isn't stored when the report is anonymous.</param>
    /// <param name="marks">What is stored of the form, and of the code of an anonymous reporter.</param>
    /// <param name="reference">The number that people see.</param>
    /// <param name="time">The time of the report.</param>
    public static Incident Of(
        IncidentReport report,
        PersonInChat reporter,
        (Guid Form, string? CodeHash) marks,
        string reference,
        DateTimeOffset time
    )
    {
        // Neither the time nor an id that holds the time may be matched with the chat of an anonymous reporter.
        var isAnonymous = report.Appearance == ReporterVisibility.Anonymous;
        var id = isAnonymous ? Guid.NewGuid() : Guid.CreateVersion7();
        var now = isAnonymous ? PracticeTime.StartOfDay(time) : time;
        var today = PracticeTime.DateOf(now);
        return new Incident
        {
            Id = id,
            FormId = marks.Form,
            Reference = reference,
            Version = 1,
            State = IncidentState.New,
            Route = report.Route,
            ReportedAt = now,
            WhatHappened = report.WhatHappened,
            Kind = report.Kind,
            Platform = OrNull(report.Platform),
            Account = report.Account,
            Link = OrNull(report.Link),
            StillVisible = report.StillVisible,
            HappenedOn = report.HappenedOn,
            NoticedOn = report.NoticedOn,
            PatientRecognisable = report.PatientRecognisable,
            AlreadyDone = OrNull(report.AlreadyDone),
            Source = report.Source,
            Appearance = report.Appearance,
            ReporterId = isAnonymous ? null : reporter.PersonId.Given,
            ReporterName = report.Appearance == ReporterVisibility.Named ? reporter.Name : null,
            CodeHash = marks.CodeHash,
            BreachClockFrom = report.PatientRecognisable == YesNoUnsure.No ? null : AwareSince(report.NoticedOn, now),
            ComplaintDue = ComplaintDue(report.Source, today),
            Timeline =
            [
                new()
                {
                    IncidentId = id,
                    Number = 1,
                    At = now,
                    By = report.Appearance == ReporterVisibility.Named ? reporter.Name : Actor.Reporter.Name,
                    ById = report.Appearance == ReporterVisibility.Named ? reporter.PersonId.Given : null,
                    Kind = TimelineKind.Reported,
                    From = IncidentState.New,
                    To = IncidentState.New,
                },
            ],
        };
    }

    /// <summary>
    /// Returns when the practice became aware, which is when one of its staff did. The form asks only for the day, so the start
    /// of that day counts, as the strictest reading. Without a day, the time of the report counts.
    /// </summary>
    private static DateTimeOffset AwareSince(DateOnly? noticed, DateTimeOffset now) =>
        noticed is { } day ? PracticeTime.At(day, TimeOnly.MinValue) : now;

    /// <summary>Returns the day by the end of which a complaint must be acknowledged; null for what is no complaint.</summary>
    internal static DateOnly? ComplaintDue(IncidentSource source, DateOnly reported) =>
        source == IncidentSource.Complaint ? WorkingDays.After(reported, 3) : null;

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
