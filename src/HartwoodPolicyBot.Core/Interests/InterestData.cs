using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Interests;

/// <summary>Shows people their interests. They show that the person was open about them, so they are not deleted on request.</summary>
public sealed class InterestData(PrivacyOptions privacy) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalRecords>> AboutAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    )
    {
        var interests = await database
            .Interests.AsNoTracking()
            .Where(row => row.PersonId == person.Id)
            .OrderBy(row => row.DeclaredAt)
            .ToListAsync(cancellationToken);
        return
        [
            new(
                "Interests you've declared",
                "So the practice is open about them. Practice managers can see them.",
                $"Kept for {privacy.InterestYears} years after you end them. They end when you leave.",
                [
                    .. interests.Select(row =>
                        PersonalRecord.Of(
                            ("What", row.What),
                            ("With", row.Party),
                            ("Your name", row.PersonName),
                            ("Since", TextOf(row.Since)),
                            ("You'll mention it when you post", row.IsMentioned ? "Yes" : "No"),
                            ("Declared", PracticeTime.Text(row.DeclaredAt)),
                            ("Changed", TextOf(row.ChangedAt)),
                            ("Last confirmed", PracticeTime.Text(row.ConfirmedOn)),
                            ("Last asked", TextOf(row.ToldOn)),
                            ("Ended", TextOf(row.EndedAt))
                        )
                    ),
                ]
            ),
        ];
    }

    /// <summary>Says whether the person has interests about which they are asked every year.</summary>
    public Task<bool> MustReachAsync(HartwoodDbContext database, DataSubject person, CancellationToken cancellationToken) =>
        OwnInterests.Lasting(database, person.Person).AnyAsync(cancellationToken);

    private static string? TextOf(DateOnly? day) => day is { } known ? PracticeTime.Text(known) : null;

    private static string? TextOf(DateTimeOffset? time) => time is { } at ? PracticeTime.Text(at) : null;
}
