using System.Text;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>
/// Makes the evidence pack's table of policies and their texts: those in force, and earlier ones that staff read or trained on.
/// </summary>
public sealed class EvidencePolicies(PolicyLibrary library, IDbContextFactory<HartwoodDbContext> databases)
{
    private const string NotStated = "Not stated";
    private const string NotEnclosed = "Not included";

    /// <summary>Returns the policies in force, with their texts.</summary>
    public IReadOnlyList<EvidencePolicy> InForce() =>
        [
            .. library.Documents.Select(document => new EvidencePolicy(
                document.Title,
                document.Version ?? NotStated,
                document.Owner ?? "Not named",
                document.Fingerprint,
                $"policy-{document.Slug}.md",
                TextOf(document)
            )),
        ];

    /// <summary>Returns the table of the policies in force and of earlier texts that the period's tables name.</summary>
    public async Task<EvidenceTable> TableAsync(ReportPeriod period, CancellationToken cancellationToken) =>
        new(
            "Policies",
            ["Policy", "Version", "Owner", "Text code", "File"],
            [
                .. InForce().Select(policy => Words(policy.Title, policy.Version, policy.Owner, policy.Fingerprint, policy.FileName)),
                .. (await EarlierAsync(period, cancellationToken)).Select(earlier =>
                    Words(
                        earlier.Title,
                        PolicyDocument.VersionIn(earlier.Version) ?? NotStated,
                        "",
                        PolicyDocument.CodeIn(earlier.Version) ?? earlier.Version,
                        NotEnclosed
                    )
                ),
            ],
            "The text code identifies the exact wording. Only the current wording is included. Add earlier versions from "
                + "the practice's own files."
        );

    /// <summary>
    /// Returns the policy texts that are no longer in force but that people were asked to read or trained on, named as in the
    /// tables of this pack.
    /// </summary>
    private async Task<IReadOnlyList<(string Title, string Version)>> EarlierAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        var current = library.Documents.Select(document => document.VersionToSignOff).ToList();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var read = await EvidenceStaff
            .Asked(database, period)
            .Where(reading => !current.Contains(reading.PolicyVersion))
            .Select(reading => new { Title = reading.PolicyTitle, Version = reading.PolicyVersion })
            .Distinct()
            .ToListAsync(cancellationToken);
        var trained = await EvidenceStaff
            .Passed(database, period)
            .Where(attempt => !current.Contains(attempt.PolicyVersion))
            .Select(attempt => new { Title = attempt.PolicyName, Version = attempt.PolicyVersion })
            .Distinct()
            .ToListAsync(cancellationToken);

        // A sign-off round names its policy as well as the version, and a sign-off only the version. Each text is listed once.
        return
        [
            .. read.Concat(trained)
                .DistinctBy(text => text.Version, StringComparer.Ordinal)
                .OrderBy(text => text.Title, StringComparer.Ordinal)
                .ThenBy(text => text.Version, StringComparer.Ordinal)
                .Select(text => (text.Title, text.Version)),
        ];
    }

    private static IReadOnlyList<ReportCell> Words(params string[] words) => [.. words.Select(ReportCell.Of)];

    private static string TextOf(PolicyDocument document)
    {
        var text = new StringBuilder(
            $"# {document.Title}\n\nVersion: {document.Version ?? NotStated}\nText code: {document.Fingerprint}\n"
        );
        string? group = null;
        foreach (var section in document.Sections)
        {
            if (section.Group is not null && section.Group != group)
            {
                text.Append("\n## ").Append(section.Group).Append('\n');
            }

            group = section.Group;
            text.Append(section.Group is null ? "\n## " : "\n### ").Append(section.Heading).Append('\n');
            foreach (var paragraph in section.Clauses.GroupBy(clause => clause.Paragraph))
            {
                text.Append('\n')
                    .AppendJoin(
                        paragraph.First().IsBullet ? '\n' : ' ',
                        paragraph.Select(clause => clause.HasBulletMark ? $"- {clause.Text}" : clause.Text)
                    )
                    .Append('\n');
            }
        }

        return text.ToString();
    }
}
