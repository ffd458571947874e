using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>
/// Draws an attempt: every group of clauses is met, some scenarios are the role's own, those of earlier attempts come last,
/// and both the order and the options are shuffled. The same seed draws the same.
/// </summary>
public static class ScenarioDraw
{
    /// <summary>So many of the role's own scenarios are in every attempt, where there are as many.</summary>
    public const int OwnScenarios = 2;

    /// <param name="module">Where to draw from.</param>
    /// <param name="role">Whose scenarios may come.</param>
    /// <param name="count">How many.</param>
    /// <param name="met">The ids of scenarios that the person met before, oldest first; the longer ago, the sooner they come again.</param>
    /// <param name="seed">Decides all that is left to chance.</param>
    public static IReadOnlyList<DrawnScenario> Draw(TrainingModule module, StaffRole role, int count, IReadOnlyList<string> met, int seed)
    {
        var chance = new Random(seed);
        var lastMet = met.Select((id, place) => (id, place))
            .GroupBy(entry => entry.id, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Max(entry => entry.place), StringComparer.Ordinal);
        var pool = Shuffled(module.For(role), chance).OrderBy(scenario => lastMet.GetValueOrDefault(scenario.Id, -1)).ToList();
        var drawn = new List<Scenario>();

        void Take(IEnumerable<Scenario> from, int most)
        {
            foreach (var scenario in from.Where(scenario => !drawn.Contains(scenario)).Take(most).ToList())
            {
                drawn.Add(scenario);
            }
        }

        var own = pool.Where(scenario => scenario.Audience == role).ToList();
        Take(own.Where(scenario => !lastMet.ContainsKey(scenario.Id)).DistinctBy(module.GroupOf), OwnScenarios);
        Take(own, OwnScenarios - drawn.Count);
        foreach (var group in module.Groups.Where(group => !drawn.Exists(scenario => module.GroupOf(scenario) == group)).ToList())
        {
            Take(pool.Where(scenario => module.GroupOf(scenario) == group), 1);
        }

        // What is left over is new if anything is, and comes from where most is left, the role's few own last: so the next
        // attempt finds something new everywhere.
        var left = pool.Except(drawn).Where(scenario => !lastMet.ContainsKey(scenario.Id)).CountBy(module.GroupOf).ToDictionary();
        Take(
            pool.OrderBy(scenario => lastMet.ContainsKey(scenario.Id))
                .ThenBy(scenario => scenario.Audience == role)
                .ThenByDescending(scenario => left.GetValueOrDefault(module.GroupOf(scenario))),
            count - drawn.Count
        );
        return
        [
            .. Shuffled(drawn.Take(count), chance)
                .Select(scenario => new DrawnScenario(scenario.Id, Shuffled(Enumerable.Range(0, scenario.Options.Count), chance))),
        ];
    }

    private static T[] Shuffled<T>(IEnumerable<T> things, Random chance)
    {
        var all = things.ToArray();
        chance.Shuffle(all);
        return all;
    }
}
