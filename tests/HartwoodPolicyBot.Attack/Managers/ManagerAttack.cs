using HartwoodPolicyBot.Attack.Common;
using HartwoodPolicyBot.Tests.Incidents;

namespace HartwoodPolicyBot.Attack.Managers;

/// <summary>
/// Opens everything that a practice manager can open, with and without a report about them, and counts the lines that differ.
/// </summary>
internal static class ManagerAttack
{
    public static async Task<IReadOnlyList<AttackRow>> RunAsync(AttackOptions options)
    {
        var states = options.IsShort ? SpeakUpSecrecyTests.States.Take(1).ToArray() : SpeakUpSecrecyTests.States;
        var (different, seen) = (0, 0);
        foreach (var state in states)
        {
            var without = await SpeakUpSecrecyTests.WalkAsync(state, isReported: false);
            var with = await SpeakUpSecrecyTests.WalkAsync(state, isReported: true);
            seen += with.Count;
            different += without.Zip(with).Count(pair => pair.First != pair.Second) + Math.Abs(without.Count - with.Count);
        }

        return [AttackRow.Count($"a report about the practice manager, {states.Length} states, {seen} lines seen: differences", different)];
    }
}
