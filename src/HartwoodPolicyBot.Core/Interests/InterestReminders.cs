using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Interests;

/// <summary>
/// Adds the yearly "is this still right?" to the daily reminder: a year after an interest was declared or last confirmed, then
/// weekly until the person answers.
/// </summary>
public sealed class InterestReminders : IDailyReminderSource
{
    private const int Week = 7;

    public async Task<IReadOnlyCollection<PersonId>> PeopleAsync(
        HartwoodDbContext database,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var weekAgo = today.AddDays(-Week);
        var people = await DueIn(database, today)
            .Where(row => row.ToldOn == null || row.ToldOn <= weekAgo)
            .Select(row => row.PersonId)
            .Distinct()
            .ToListAsync(cancellationToken);
        return people.ConvertAll(PersonId.Of);
    }

    public Task ToldAsync(HartwoodDbContext database, PersonId personId, DateOnly today, CancellationToken cancellationToken) =>
        DueIn(database, today)
            .Where(row => row.PersonId == personId.Value)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ToldOn, today), cancellationToken);

    public Task NotToldAsync(HartwoodDbContext database, DateOnly day, IQueryable<string> places, CancellationToken cancellationToken) =>
        DueIn(database, day)
            .Where(row => row.ToldOn == day && places.Contains(Recipient.PersonPrefix + row.PersonId))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ToldOn, (DateOnly?)null), cancellationToken);

    /// <summary>
    /// Selects the interests that were declared or confirmed a year ago or longer, of people who haven't left.
    /// </summary>
    internal static IQueryable<Interest> DueIn(HartwoodDbContext database, DateOnly today)
    {
        var yearAgo = today.AddYears(-1);
        return database.Interests.Where(row =>
            row.EndedAt == null
            && row.ConfirmedOn <= yearAgo
            && !database.StaffMembers.Any(person => person.PersonId == row.PersonId && person.SetAsideAt != null)
        );
    }
}
