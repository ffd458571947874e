using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Guidance;

namespace HartwoodPolicyBot.Tests.Guidance;

/// <summary>The list of national guidance is an editor's file, and a mistake in it is named at the start.</summary>
public sealed class GuidanceFileTests
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "Content", "guidance.json");

    public static TheoryData<string, string?, string> Mistakes =>
        new()
        {
            { "id", "\"g m c\"", "whose id is not letters, digits and dashes" },
            { "id", "\"bma\"", "has the id bma twice" },
            { "by", "\" \"", "has no \"by\" for gmc" },
            { "title", null, "has no \"title\" for gmc" },
            { "changed", "\"\"", "has no \"changed\" for gmc" },
            { "address", "\"http://example.com/\"", "that doesn't start with https" },
            { "address", "\"gmc-uk.org\"", "that doesn't start with https" },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_stops_the_start_and_is_named(string field, string? value, string says)
    {
        var fault = Assert.Throws<GuidanceFileException>(() =>
            Load(file => file["documents"]![0]![field] = value is null ? null : JsonNode.Parse(value))
        );

        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void A_file_without_documents_or_day_stops_the_start()
    {
        Assert.Throws<GuidanceFileException>(() => Load(file => file["documents"] = new JsonArray()));
        Assert.Throws<GuidanceFileException>(() => Load(file => file["collected"] = null));
    }

    [Fact]
    public void The_shipped_list_says_what_replaced_the_guidance_that_the_policy_names()
    {
        var gmc = GuidanceFile.Load(Shipped).Documents[0];

        Assert.Equal("Using social media as a medical professional", gmc.Title);
        Assert.Contains("30 January 2024", gmc.Date, StringComparison.Ordinal);
        Assert.Contains("Doctors’ use of social media", gmc.InPolicy, StringComparison.Ordinal);
        Assert.Contains(
            "Doctors’ use of social media",
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Content", "Policies", "social-media.md")),
            StringComparison.Ordinal
        );
    }

    private static NationalGuidance Load(Action<JsonNode> change)
    {
        var json = JsonNode.Parse(File.ReadAllText(Shipped))!;
        change(json);
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, json.ToJsonString());
            return GuidanceFile.Load(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
