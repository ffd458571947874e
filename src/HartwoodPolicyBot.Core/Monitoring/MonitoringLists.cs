using System.Runtime.CompilerServices;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>
/// Reads the rows behind the figures, for the practice manager's own files. Rows come one by one, because a large practice
/// has many.
/// </summary>
public sealed class MonitoringLists(IDbContextFactory<HartwoodDbContext> databases, PolicyLibrary library)
{
    public static IReadOnlyList<string> QuestionHeadings { get; } = ["Asked", "Question", "Answer", "Sections quoted", "Found"];

    public static IReadOnlyList<string> IncidentHeadings { get; } =
    [
        "Reference",
        "Reported",
        "Kind",
        "Source",
        "Status",
        "Risk rating",
        "Acknowledged",
        "Closed",
        "Data breach decision",
        "Complaint acknowledged",
        "Actions outstanding",
        "Actions completed",
        "Outcome",
        "Learning",
    ];

    /// <summary>Returns what staff asked, in their masked words, as far as the log still holds it.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ReportCell>> QuestionsAsync(
        ReportPeriod period,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var (begins, ends) = (period.Begins, period.Ends);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var questions = database
            .Questions.AsNoTracking()
            .Where(question => question.AskedAt >= begins && question.AskedAt < ends)
            .OrderBy(question => question.AskedAt)
            .Select(question => new
            {
                question.AskedAt,
                question.Text,
                question.Verdict,
                question.Sections,
                question.Feedback,
            });
        await foreach (var question in questions.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return
            [
                ReportCell.Of(question.AskedAt),
                ReportCell.Of(question.Text),
                ReportCell.Of(
                    question.Verdict switch
                    {
                        AnswerVerdict.Answered => "From the policy",
                        AnswerVerdict.NotCovered => "Not covered",
                        _ => "The practice manager's answer",
                    }
                ),
                ReportCell.Of(
                    string.Join("; ", LoggedCitation.SectionsIn(question.Sections).Select(id => library.Section(id)?.Heading ?? id))
                ),
                ReportCell.Of(
                    question.Feedback switch
                    {
                        AnswerFeedback.Helpful => "Helpful",
                        AnswerFeedback.NotHelpful => "Not helpful",
                        _ => "",
                    }
                ),
            ];
        }
    }

    /// <summary>Returns each incident in one row, without its reporter.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ReportCell>> IncidentsAsync(
        ReportPeriod period,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var incidents = CountIncidents
            .Of(database, period)
            .OrderBy(incident => incident.ReportedAt)
            .ThenBy(incident => incident.Reference)
            .Select(incident => new
            {
                incident.Reference,
                incident.ReportedAt,
                incident.Appearance,
                incident.Kind,
                incident.Source,
                incident.State,
                incident.Consequence,
                incident.Likelihood,
                Acknowledged = incident
                    .Timeline.Where(entry => entry.Kind == TimelineKind.Acknowledged || entry.Kind == TimelineKind.TakenOn)
                    .Min(entry => (DateTimeOffset?)entry.At),
                Closed = incident.Timeline.Where(entry => entry.Kind == TimelineKind.Closed).Max(entry => (DateTimeOffset?)entry.At),
                incident.BreachDecision,
                incident.ComplaintAcknowledgedAt,
                Open = incident.State == IncidentState.Withdrawn ? 0 : incident.Actions.Count(action => action.DoneAt == null),
                Done = incident.Actions.Count(action => action.DoneAt != null),
                incident.Outcome,
                incident.Learning,
            });
        await foreach (var incident in incidents.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return
            [
                ReportCell.Of(incident.Reference),
                EvidenceIncidents.WhenReported(incident.ReportedAt, incident.Appearance == ReporterVisibility.Anonymous),
                ReportCell.Of(IncidentWords.Of(incident.Kind)),
                ReportCell.Of(IncidentWords.Of(incident.Source)),
                ReportCell.Of(IncidentWords.Of(incident.State)),
                ReportCell.Of(
                    incident is { Consequence: { } consequence, Likelihood: { } likelihood }
                        ? $"{new RiskGrade(consequence, likelihood)}"
                        : ""
                ),
                ReportCell.Of(incident.Acknowledged),
                ReportCell.Of(incident.State == IncidentState.Closed ? incident.Closed : null),
                ReportCell.Of(incident.BreachDecision is { } decision ? IncidentWords.Of(decision) : ""),
                ReportCell.Of(incident.ComplaintAcknowledgedAt),
                ReportCell.Of(incident.Open),
                ReportCell.Of(incident.Done),
                ReportCell.Of(incident.Outcome),
                ReportCell.Of(incident.Learning),
            ];
        }
    }
}
