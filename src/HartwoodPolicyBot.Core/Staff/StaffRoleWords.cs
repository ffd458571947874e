namespace HartwoodPolicyBot.Core.Staff;

/// <summary>Returns the words that people read for each role.</summary>
public static class StaffRoleWords
{
    /// <summary>Returns the words for a role; null for a role that is not known yet.</summary>
    public static string? Of(StaffRole role) =>
        role switch
        {
            StaffRole.Clinical => "Clinical",
            StaffRole.NonClinical => "Reception and admin",
            StaffRole.Manager => "Manager",
            _ => null,
        };
}
