using HartwoodPolicyBot.Attack.Common;
namespace HartwoodPolicyBot.Attack.Floods;
internal static class FloodAttack
{
    public static Task<IReadOnlyList<AttackRow>> RunAsync(AttackOptions options) => Task.FromResult<IReadOnlyList<AttackRow>>([]);
}
