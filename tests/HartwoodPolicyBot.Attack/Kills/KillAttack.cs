using HartwoodPolicyBot.Attack.Common;
namespace HartwoodPolicyBot.Attack.Kills;
internal static class KillAttack
{
    public static Task<IReadOnlyList<AttackRow>> RunAsync(AttackOptions options) => Task.FromResult<IReadOnlyList<AttackRow>>([]);
}
