namespace HartwoodPolicyBot.Testing;

/// <summary>Holds the ids that tests use.</summary>
public static class BotIdentities
{
    public const string App = "11111111-2222-3333-4444-555555555555";
    public const string Tenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
}
