using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Status;

/// <summary>Says whether there are practice managers, and whether the bot can write to them and to the author of the policy.</summary>
internal sealed class ManagersStatus(StaffOptions staff, StaffContacts contacts)
{
    /// <summary>Returns what is wrong, each with the step that helps.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        if (staff.PracticeManagers.Count == 0)
        {
            faults.Add(
                "No practice manager is set, so no one can deal with reports. Ask the person who runs me to set Staff:PracticeManagers."
            );
        }

        var unknown = 0;
        foreach (var manager in staff.PracticeManagers)
        {
            unknown += await contacts.FindAsync(PersonId.Of(manager), cancellationToken) is null ? 1 : 0;
        }

        if (unknown > 0)
        {
            faults.Add(
                $"{unknown} of {staff.PracticeManagers.Count} "
                    + (staff.PracticeManagers.Count == 1 ? "practice manager " : "practice managers ")
                    + $"{(unknown == 1 ? "hasn't" : "haven't")} written to me yet, so I can't message them. Ask them to say hello to me "
                    + "in a private chat."
            );
        }

        if (staff.PolicyAuthorId is { } author && await contacts.FindAsync(author, cancellationToken) is null)
        {
            faults.Add(
                "The author of the policy hasn't written to me yet, so I can't send them concerns about it. Ask them to say hello to me "
                    + "in a private chat."
            );
        }

        return faults;
    }
}
