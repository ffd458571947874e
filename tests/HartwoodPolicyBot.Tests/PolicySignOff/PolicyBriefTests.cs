using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicySignOff;

namespace HartwoodPolicyBot.Tests.PolicySignOff;

/// <summary>The short version of a policy is quoted from it, never paraphrased.</summary>
public sealed class PolicyBriefTests
{
    private static readonly PolicyLibrary Library = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Content/Policies"));

    [Fact]
    public void The_shipped_brief_has_five_lines_quoted_from_the_policy()
    {
        var lines = PolicyBriefs.Load(Path.Combine(AppContext.BaseDirectory, "Content/Reading"), Library).Of(Library.Documents[0]);

        Assert.Equal(5, lines.Count);
        Assert.All(lines, line => Assert.Contains(line.Quote, line.Clause.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_policy_without_a_brief_is_quoted_in_whole_sentences_from_its_first_sections()
    {
        var lines = PolicyBriefs.BeginningOf(Library.Documents[0]);

        Assert.Equal(5, lines.Select(line => line.Section).Distinct().Count());
        Assert.All(lines, line => Assert.Equal(line.Clause.Text, line.Quote));
        Assert.All(lines, line => Assert.DoesNotContain(":", line.Quote[^1..], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        """{ "policy": "social-media", "lines": [{ "section": "Scope", "quote": "It applies to everybody." }] }""",
        "quotes \"It applies to everybody.\", which the section \"Scope\" does not say"
    )]
    [InlineData(
        """{ "policy": "social-media", "lines": [{ "section": "Scop", "quote": "x" }] }""",
        "names the section \"Scop\", which the policy does not have"
    )]
    [InlineData("""{ "policy": "social-media", "lines": [{ "section": "Scope", "quote": " " }] }""", "quotes \" \"")]
    [InlineData("""{ "policy": "social-media", "lines": [] }""", "must have one to 7 lines")]
    [InlineData("""{ "lines": [] }""", "names no policy")]
    [InlineData("""{ "policy": """, "is not valid JSON at line 1")]
    public void A_brief_that_does_not_fit_stops_the_start_with_a_reason(string json, string reason)
    {
        var folder = Directory.CreateTempSubdirectory("briefs").FullName;
        File.WriteAllText(Path.Combine(folder, "x.json"), json);

        var fault = Assert.Throws<BriefFileException>(() => PolicyBriefs.Load(folder, Library));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_brief_for_a_policy_that_the_practice_does_not_have_is_ignored()
    {
        var folder = Directory.CreateTempSubdirectory("briefs").FullName;
        File.WriteAllText(Path.Combine(folder, "x.json"), """{ "policy": "other", "lines": [] }""");

        Assert.Empty(PolicyBriefs.Load(folder, Library).Of(Library.Documents[0]));
        Directory.Delete(folder, recursive: true);
    }
}
