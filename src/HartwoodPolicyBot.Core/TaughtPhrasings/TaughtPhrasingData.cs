using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.TaughtPhrasings;

/// <summary>
/// Shows practice managers what they have taught the bot. It stays until somebody undoes it, because staff get these answers, and
/// others can see who taught them.
/// </summary>
public sealed class TaughtPhrasingData : IPersonalData
{
    public async Task<IReadOnlyList<PersonalRecords>> AboutAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    )
    {
        var taught = await database
            .TaughtPhrasings.AsNoTracking()
            .Where(row => row.ById == person.Id)
            .OrderBy(row => row.At)
            .ToListAsync(cancellationToken);
        return
        [
            new(
                "What you've taught me",
                "So I give staff the right section, and others can see who taught me.",
                "Kept until a practice manager undoes it.",
                [
                    .. taught.Select(row =>
                        PersonalRecord.Of(
                            ("Taught", PracticeTime.Text(row.At)),
                            ("Your name", row.By),
                            ("Question", row.Text),
                            ("Section", row.Heading),
                            ("Clause", row.Clause)
                        )
                    ),
                ]
            ),
        ];
    }

    public Task<IReadOnlyList<Deleted>> DeleteAsync(HartwoodDbContext database, DataSubject person, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Deleted>>([]);
}
