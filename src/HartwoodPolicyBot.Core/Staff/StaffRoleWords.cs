namespace HartwoodPolicyBot.Core.Staff;

/// <summary>What a role is called to people.</summary>
public static class StaffRoleWords
{
    /// <summary>Null for one that was not asked yet.</summary>
    public static string? Of(StaffRole role) =>
        role switch
        {
            StaffRole.Clinical => "Clinical",
            StaffRole.NonClinical => "Non-clinical",
            StaffRole.Manager => "Manager",
            _ => null,
        };
}
