using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;

namespace HartwoodPolicyBot.Tests.Training;

public sealed class ScenarioDrawTests
{
    public static TheoryData<StaffRole> Roles => [StaffRole.Clinical, StaffRole.NonClinical, StaffRole.Manager];

    [Theory]
    [MemberData(nameof(Roles))]
    public void Every_draw_has_scenarios_of_every_group_and_of_the_persons_role_only(StaffRole role)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var drawn = ScenarioDraw
                .Draw(ScenarioBank.Module, role, 10, [], seed)
                .Select(question => ScenarioBank.Module.Find(question.ScenarioId)!)
                .ToList();

            Assert.Equal(10, drawn.Distinct().Count());
            Assert.Equal(ScenarioBank.Module.Groups.Count, drawn.Select(ScenarioBank.Module.GroupOf).Distinct().Count());
            Assert.InRange(drawn.Count(scenario => scenario.Audience == role), ScenarioDraw.OwnScenarios, 10);
            Assert.All(drawn, scenario => Assert.True(scenario.IsFor(role)));
        }
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void The_next_attempt_brings_new_scenarios(StaffRole role)
    {
        for (var seed = 0; seed < 5_000; seed++)
        {
            var first = Ids(ScenarioDraw.Draw(ScenarioBank.Module, role, 10, [], seed));
            var second = Ids(ScenarioDraw.Draw(ScenarioBank.Module, role, 10, first, seed + 100_000));

            Assert.Empty(first.Intersect(second));
        }
    }

    [Fact]
    public void The_same_seed_draws_the_same_and_another_does_not()
    {
        var plan = DrawnScenario.Write(ScenarioDraw.Draw(ScenarioBank.Module, StaffRole.Clinical, 10, [], 7));

        Assert.Equal(plan, DrawnScenario.Write(ScenarioDraw.Draw(ScenarioBank.Module, StaffRole.Clinical, 10, [], 7)));
        Assert.NotEqual(plan, DrawnScenario.Write(ScenarioDraw.Draw(ScenarioBank.Module, StaffRole.Clinical, 10, [], 8)));
        Assert.Equal(plan, DrawnScenario.Write(DrawnScenario.Read(plan)));
    }

    private static List<string> Ids(IEnumerable<DrawnScenario> drawn) => [.. drawn.Select(question => question.ScenarioId)];
}
