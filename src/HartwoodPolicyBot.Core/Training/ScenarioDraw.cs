using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>
/// Draws the scenarios of an attempt. Every group is included, some scenarios are for the person's role, those of earlier
/// attempts come last, and the order and options are shuffled. The same seed gives the same draw.
/// </summary>
public static class ScenarioDraw
{
    /// <summary>How many of the role's own scenarios are in every attempt, if there are that many.</summary>
    public const int OwnScenarios = 2;

    /// <summary>Draws an attempt.</summary>
    /// <param name="module">The training to draw from.</param>
    /// <param name="role">The person's role, which decides which scenarios can be drawn.</param>
    /// <param name="count">How many scenarios to draw.</param>
    /// <param name="met">The ids of scenarios that the person has had, oldest first. The older ones are drawn again first.</param>
    /// <param name="seed">The seed for everything that is random.</param>
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

        // The rest is new if anything new is left. It comes from the group with most left, and the role's few scenarios come last, so
        // that the next attempt still finds something new in every group.
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
