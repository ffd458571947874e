using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>
/// Shows people what they were asked to read, and what they confirmed. It is evidence, so it is not deleted on request.
/// </summary>
public sealed class SignOffData(PolicyLibrary library, PrivacyOptions privacy) : IPersonalData
{
    private string[] Current => [.. library.Documents.Select(policy => policy.VersionToSignOff)];

    public DataGroup Group => DataGroup.Training;

    public async Task<IReadOnlyList<PersonalRecords>> AboutAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    )
    {
        var readings = await database
            .PolicyReadings.AsNoTracking()
            .Where(row => row.PersonId == person.Id)
            .OrderBy(row => row.AskedAt)
            .ToListAsync(cancellationToken);
        return
        [
            new(
                "Policies you've been asked to read",
                "So the practice can show who has read each version.",
                $"Kept for {privacy.ReadingYears} years after the version is replaced.",
                [
                    .. readings.Select(row =>
                        PersonalRecord.Of(
                            ("Policy", row.PolicyTitle),
                            ("Wording", PolicyDocument.TextCode(row.PolicyVersion)),
                            ("Your name", row.PersonName),
                            ("Asked", PracticeTime.Text(row.AskedAt)),
                            ("Last reminder", row.ToldOn is { } day ? PracticeTime.Text(day) : null),
                            ("Confirmed", row.ReadAt is { } at ? PracticeTime.Text(at) : "not yet")
                        )
                    ),
                ]
            ),
        ];
    }

    public Task<bool> MustReachAsync(HartwoodDbContext database, DataSubject person, CancellationToken cancellationToken) =>
        database.PolicyReadings.AnyAsync(
            row => row.PersonId == person.Id && row.ReadAt == null && Current.Contains(row.PolicyVersion),
            cancellationToken
        );
}
