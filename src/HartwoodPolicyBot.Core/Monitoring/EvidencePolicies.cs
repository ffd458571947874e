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

    /// <summary>
    /// Returns the policies in force, and the earlier versions that staff were asked to read or trained on. An earlier text is there if
    /// the bot has kept it.
    /// </summary>
    public async Task<IReadOnlyList<EvidencePolicy>> AllAsync(ReportPeriod period, CancellationToken cancellationToken) =>
        [
            .. library.Documents.Select(document => Enclosed(document, $"policy-{document.Slug}.md")),
            .. await EarlierAsync(period, cancellationToken),
        ];

    /// <summary>Returns the table of these policies.</summary>
    public static EvidenceTable Table(IReadOnlyList<EvidencePolicy> policies) =>
        new(
            "Policies",
            ["Policy", "Version", "Owner", "Text code", "File"],
            [
                .. policies.Select(policy =>
                    Words(policy.Title, policy.Version, policy.Owner, policy.Fingerprint, policy.FileName ?? NotEnclosed)
                ),
            ],
            "The text code identifies the exact wording. Where no file is named, add the text from the practice's own files."
        );

    /// <summary>
    /// Returns the policy texts that are no longer in force but that people were asked to read or trained on, named as in the
    /// tables of this pack.
    /// </summary>
    private async Task<IReadOnlyList<EvidencePolicy>> EarlierAsync(ReportPeriod period, CancellationToken cancellationToken)
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
        var texts = read.Concat(trained).DistinctBy(text => text.Version, StringComparer.Ordinal).ToList();
        var codes = texts.Select(text => PolicyDocument.CodeIn(text.Version)).OfType<string>().ToList();
        var kept = await database
            .PolicyVersions.AsNoTracking()
            .Where(version => codes.Contains(version.Fingerprint))
            .OrderBy(version => version.Number)
            .ToListAsync(cancellationToken);
        return
        [
            .. texts
                .OrderBy(text => text.Title, StringComparer.Ordinal)
                .ThenBy(text => text.Version, StringComparer.Ordinal)
                .Select(text =>
                    kept.Find(version => version.OnRecord == text.Version) is { } version
                        ? Enclosed(
                            version.Read() with
                            {
                                Fingerprint = version.Fingerprint,
                            },
                            $"policy-{version.PolicySlug}-{version.Fingerprint}.md"
                        )
                        : Missing(text.Title, text.Version)
                )
                .DistinctBy(policy => (policy.Version, policy.Fingerprint)),
        ];
    }

    private static EvidencePolicy Enclosed(PolicyDocument document, string fileName) =>
        new(document.Title, document.Version ?? NotStated, document.Owner ?? "Not named", document.Fingerprint, fileName, TextOf(document));

    private static EvidencePolicy Missing(string title, string onRecord) =>
        new(title, PolicyDocument.VersionIn(onRecord) ?? NotStated, "", PolicyDocument.CodeIn(onRecord) ?? onRecord, null, null);

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
