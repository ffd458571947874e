using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;

namespace HartwoodPolicyBot.Tests.Training;

/// <summary>The scenarios that ship with the bot keep the rules for scenarios.</summary>
public sealed class ScenarioBankTests
{
    [Fact]
    public void There_are_at_least_40_scenarios_and_2_for_each_section()
    {
        Assert.InRange(ScenarioBank.Module.Scenarios.Count, 40, 1000);
        Assert.All(
            ScenarioBank.Document.Sections,
            section => Assert.InRange(ScenarioBank.Module.Scenarios.Count(scenario => scenario.Section == section.Heading), 2, 1000)
        );
    }

    [Fact]
    public void Every_scenarios_clause_is_in_its_section_and_holds_all_quoted_words() =>
        Assert.All(
            ScenarioBank.Module.Scenarios,
            scenario =>
            {
                var section = ScenarioBank.Document.Sections.Single(section => section.Heading == scenario.Section);
                Assert.Contains(section.Clauses, clause => clause.Text == scenario.Clause);
                var text = string.Join(' ', section.Clauses.Select(clause => clause.Text)).Replace('’', '\'');
                Assert.All(
                    scenario.Why.Split('"').Where((_, place) => place % 2 == 1),
                    quoted => Assert.Contains(quoted.TrimEnd('.'), text, StringComparison.Ordinal)
                );
            }
        );

    [Fact]
    public void The_reading_age_of_the_scenarios_is_about_12()
    {
        var prose = string.Join(' ', ScenarioBank.Module.Scenarios.Select(scenario => $"{scenario.Text} {OwnWords(scenario.Why)}"));
        var options = string.Join(
            ' ',
            ScenarioBank.Module.Scenarios.SelectMany(scenario => scenario.Options).Select(option => $"{option}.")
        );

        Assert.InRange(ReadingAge.Of(prose), 8, 12);
        Assert.InRange(ReadingAge.Of(options), 7, 12);
    }

    /// <summary>
    /// Somebody who always chooses the longest option, the shortest or the same place does at most a quarter better than chance.
    /// </summary>
    [Fact]
    public void No_right_answer_can_be_told_by_its_length_or_place()
    {
        var scenarios = ScenarioBank.Module.Scenarios;
        var chance = scenarios.Average(scenario => 1.0 / scenario.Options.Count);
        double Share(Func<Scenario, bool> guess) => scenarios.Count(guess) / (double)scenarios.Count;

        Assert.InRange(Share(scenario => Length(scenario) == scenario.Options.Max(option => option.Length)), 0, chance * 1.25);
        Assert.InRange(Share(scenario => Length(scenario) == scenario.Options.Min(option => option.Length)), 0, chance * 1.25);
        Assert.InRange(Share(scenario => scenario.Answer == 0), 0, chance * 1.25);
        Assert.InRange(Share(scenario => scenario.Answer == 1), 0, chance * 1.25);
        Assert.InRange(Share(scenario => scenario.Answer == scenario.Options.Count - 1), 0, chance * 1.35);
    }

    /// <summary>Over many draws the right answer is in every place equally often.</summary>
    [Fact]
    public void Shuffled_options_put_the_right_answer_in_each_place_equally_often()
    {
        var places = new int[4];
        var four = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            foreach (
                var question in ScenarioDraw
                    .Draw(ScenarioBank.Module, StaffRole.Clinical, 10, [], seed)
                    .Where(question => question.Order.Count == 4)
            )
            {
                places[question.Order.ToList().IndexOf(ScenarioBank.Module.Find(question.ScenarioId)!.Answer)]++;
                four++;
            }
        }

        Assert.All(places, count => Assert.InRange(count / (double)four, 0.22, 0.28));
    }

    private static int Length(Scenario scenario) => scenario.Options[scenario.Answer].Length;

    private static string OwnWords(string text) => string.Join("this", text.Split('"').Where((_, place) => place % 2 == 0));
}
