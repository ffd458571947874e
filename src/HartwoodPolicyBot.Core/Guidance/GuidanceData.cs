using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Guidance;

/// <summary>Shows practice managers the checks that they have recorded. They are evidence, so they are not deleted on request.</summary>
public sealed class GuidanceData(NationalGuidance guidance, PrivacyOptions privacy) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalRecords>> AboutAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    )
    {
        var checks = await database
            .GuidanceChecks.AsNoTracking()
            .Where(row => row.ById == person.Id)
            .OrderBy(row => row.At)
            .ToListAsync(cancellationToken);
        return
        [
            new(
                "National guidance you've checked",
                "So the practice can show that the policy was kept in line with it.",
                $"Kept for {privacy.AuditYears} years.",
                [
                    .. checks.Select(row =>
                        PersonalRecord.Of(
                            ("Checked", PracticeTime.Text(row.At)),
                            ("Day", PracticeTime.Text(row.On)),
                            ("Result", GuidanceWords.Of(row.Result)),
                            ("Your name", row.ByName),
                            ("Guidance", Named(row))
                        )
                    ),
                ]
            ),
        ];
    }

    private string Named(GuidanceCheck check) =>
        string.Join(
            ", ",
            check.Documents.Split(' ').Select(id => guidance.Documents.FirstOrDefault(document => document.Id == id)?.By ?? id)
        );
}
