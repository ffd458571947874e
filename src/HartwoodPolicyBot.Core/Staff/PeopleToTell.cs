using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>
/// Finds out who gets the messages for practice managers. Deputies get them as well while no practice manager has a chat with
/// the bot, because nobody would read them otherwise.
/// </summary>
internal static class PeopleToTell
{
    public static async Task<IReadOnlyList<PersonId>> ToTellAsync(
        this StaffOptions staff,
        HartwoodDbContext database,
        CancellationToken cancellationToken
    )
    {
        var managers = staff.Managers.ToList();
        if (staff.Deputies.Count == 0)
        {
            return managers;
        }

        var ids = managers.ConvertAll(manager => manager.Value);
        return await database.StaffContacts.AnyAsync(contact => ids.Contains(contact.PersonId), cancellationToken)
            ? managers
            : [.. staff.ManagersAndDeputies];
    }
}
