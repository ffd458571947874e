using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Core.Training.Scenarios;
using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.Training;

public sealed class ScenarioFileTests
{
    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            { "section", "\"Nowhere\"", "the policy has no section \"Nowhere\"" },
            { "quote", "\"Staff may do as they like\"", "does not say \"Staff may do as they like\"" },
            { "quote", "\"\"", "does not say" },
            { "answer", "4", "answer must be the number of one option" },
            { "answer", "-1", "answer must be the number of one option" },
            { "answer", "null", "answer must be the number of one option" },
            { "options", "[\"Only one\"]", "it needs 2 to 6 different options" },
            { "options", "[\"Same\", \"same\", \"other\"]", "it needs 2 to 6 different options" },
            { "audience", "\"dentists\"", "audience must be" },
            { "scenario", "\" \"", "scenario and why must say something" },
            { "id", "\"t02\"", "has the id t02 twice" },
            { "id", "\"t 1\"", "an id is letters, digits and dashes" },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_stops_the_start_and_is_named(string field, string value, string says)
    {
        var fault = Assert.Throws<ScenarioFileException>(() => Load(file => file["scenarios"]![0]![field] = JsonNode.Parse(value)));

        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void A_section_that_is_in_no_group_stops_the_start() =>
        Assert.Contains(
            "no group for the section",
            Assert.Throws<ScenarioFileException>(() => Load(file => file["groups"]!.AsArray().RemoveAt(0))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void More_groups_than_questions_stop_the_start() =>
        Assert.Contains(
            "Training:Questions",
            Assert
                .Throws<ScenarioFileException>(() =>
                    ScenarioFile.Load(ScenarioBank.File, ScenarioBank.Policy, new TrainingOptions { Questions = 8 })
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_file_that_is_not_JSON_is_named_with_the_line()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "{\n  \"policy\": oops\n}");

        var fault = Assert.Throws<ScenarioFileException>(() => ScenarioFile.PolicyOf(file));
        File.Delete(file);

        Assert.Contains("line 2", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_is_read_once_and_not_again_at_each_change()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        var file = Path.GetTempFileName();
        File.Copy(ScenarioBank.File, file, overwrite: true);
        using var scenarios = new TrainingScenarios(file, ScenarioBank.Module.Now, new TrainingOptions(), database);
        File.Delete(file);

        Assert.Equal(ScenarioBank.Module.Scenarios.Count, scenarios.Of(ScenarioBank.Policy).Scenarios.Count);
        Assert.Equal(ScenarioBank.Document.Slug, scenarios.PolicySlug);
    }

    private static TrainingModule Load(Action<JsonNode> change)
    {
        var json = JsonNode.Parse(File.ReadAllText(ScenarioBank.File))!;
        change(json);
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, json.ToJsonString());
            return ScenarioFile.Load(file, ScenarioBank.Policy, new TrainingOptions());
        }
        finally
        {
            File.Delete(file);
        }
    }
}
