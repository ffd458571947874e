using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training.Scenarios;

/// <summary>
/// Shows practice managers the training scenarios that they have written. They are the practice's, so they are not deleted on request.
/// </summary>
public sealed class ScenarioData(PrivacyOptions privacy) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalRecords>> AboutAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    )
    {
        var revisions = await database
            .ScenarioRevisions.AsNoTracking()
            .Where(row => row.ById == person.Id)
            .OrderBy(row => row.At)
            .ToListAsync(cancellationToken);
        return
        [
            new(
                "Training scenarios you've written or changed",
                "So the practice can show what staff were asked, and who wrote it.",
                $"Kept while it's used, and for {privacy.TrainingYears} years after it was replaced.",
                [
                    .. revisions.Select(row =>
                        PersonalRecord.Of(
                            ("What happens", row.Text),
                            ("Answers", row.Options.Replace("\n", "; ", StringComparison.Ordinal)),
                            ("Right answer", $"number {row.Answer + 1}"),
                            ("Why", row.Why),
                            ("Section", row.Section),
                            ("Clause", row.Quote),
                            ("For", row.Audience),
                            ("Not in use", row.IsSetAside ? "yes" : null),
                            ("Written", PracticeTime.Text(row.At)),
                            ("Your name", row.ByName)
                        )
                    ),
                ]
            ),
        ];
    }
}
