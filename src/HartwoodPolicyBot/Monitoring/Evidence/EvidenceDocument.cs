using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Monitoring.Evidence;

/// <summary>
/// Writes the evidence pack's document as a Word file, some rows at a time, because the document of a large group of practices
/// would not fit into memory.
/// </summary>
internal sealed class EvidenceDocument(EvidenceIncidents incidents, PolicyLibrary library)
{
    public async Task WriteAsync(
        MonitoringReport report,
        IReadOnlyList<EvidenceTable> tables,
        Stream to,
        CancellationToken cancellationToken
    )
    {
        using var word = new WordDocument(to, $"Evidence pack, Hartwood Healthcare, {report.Period}");
        word.Title("Evidence pack");
        word.Paragraph($"Hartwood Healthcare, social media: {report.Period}");
        word.Paragraph($"Produced: {PracticeTime.Text(report.AsOf)}");
        foreach (var note in EvidencePack.Notes)
        {
            word.Bullet(note);
        }

        word.Paragraph("Also included: evidence.xlsx and the text of each policy in a file of its own.");
        foreach (var table in tables.Where(table => table.Title is not (EvidenceIncidents.Incidents or EvidenceIncidents.Actions)))
        {
            word.Heading(table.Title);
            if (table.Note is { } note)
            {
                word.Paragraph(note, leads: true);
            }

            await word.TableAsync(
                table.Headings,
                table.Rows(cancellationToken).Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell.Text)])
            );
        }

        await IncidentsAsync(word, report, cancellationToken);
        foreach (var policy in library.Documents)
        {
            Policy(word, policy);
        }
    }

    private async Task IncidentsAsync(WordDocument word, MonitoringReport report, CancellationToken cancellationToken)
    {
        word.Heading(EvidenceIncidents.Incidents);
        if (report.Incidents.All == 0)
        {
            word.Paragraph("None reported in the period.");
        }

        await foreach (var incident in incidents.ReadAsync(report.Period, cancellationToken))
        {
            word.Heading($"{incident.Reference}, reported {incident.Reported.Text}", level: 2);
            word.Facts(
                incident.Facts.Concat(
                    incident.Actions.Select(action =>
                        action.DoneAt is { } at ? ("Action", $"{action.Text} (completed on {PracticeTime.Text(at)})")
                        : incident.IsOver ? ("Action", $"Not done: {action.Text}")
                        : ("Action", $"{action.Text} (outstanding)")
                    )
                )
            );
            foreach (var (at, by, what, text) in incident.Timeline)
            {
                word.Bullet($"{at.Text}: {by} {what}{(text is { Length: > 0 } ? $": {text}" : "")}");
            }
        }
    }

    private static void Policy(WordDocument word, PolicyDocument policy)
    {
        word.Heading(policy.Version is { } version ? $"{policy.Title}, version {version}" : policy.Title);
        foreach (var section in policy.Sections)
        {
            word.Heading(section.Group is { } group ? $"{group}: {section.Heading}" : section.Heading, level: 2);
            foreach (var paragraph in section.Clauses.GroupBy(clause => clause.Paragraph))
            {
                if (paragraph.First().IsBullet)
                {
                    foreach (var clause in paragraph)
                    {
                        if (clause.HasBulletMark)
                        {
                            word.Bullet(clause.Text);
                        }
                        else
                        {
                            word.Paragraph(clause.Text);
                        }
                    }
                }
                else
                {
                    word.Paragraph(string.Join(' ', paragraph.Select(clause => clause.Text)));
                }
            }
        }
    }
}
