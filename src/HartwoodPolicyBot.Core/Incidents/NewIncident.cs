using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>What a report becomes: who is known, which clocks run, and the first line of the timeline.</summary>
internal static class NewIncident
{
    public static Incident Of(IncidentReport report, Reporter reporter, Guid formId, string reference, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7();
        var today = PracticeTime.DateOf(now);
        return new Incident
        {
            Id = id,
            FormId = formId,
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
            ReporterId = report.Appearance == ReporterVisibility.Anonymous ? null : reporter.PersonId.Given,
            ReporterName = report.Appearance == ReporterVisibility.Named ? reporter.Name : null,
            CodeHash = report.Appearance == ReporterVisibility.Anonymous ? FollowUpCode.Hash(FollowUpCode.Of(formId)) : null,
            BreachClockFrom = report.PatientRecognisable == YesNoUnsure.No ? null : AwareSince(report.NoticedOn, now),
            ComplaintDue = report.Source == IncidentSource.Complaint ? WorkingDays.After(today, 3) : null,
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
    /// The practice is aware when one of its staff is. Only the day is asked for, so the day's beginning counts: the strictest
    /// reading of what was said. Without a day, the report's time.
    /// </summary>
    private static DateTimeOffset AwareSince(DateOnly? noticed, DateTimeOffset now) =>
        noticed is { } day ? PracticeTime.At(day, TimeOnly.MinValue) : now;

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
