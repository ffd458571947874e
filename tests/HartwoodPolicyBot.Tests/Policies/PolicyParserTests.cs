using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Tests.Policies;

public sealed class PolicyParserTests
{
    private const string Front = "---\ntitle: A policy\nversion: 2.1\nowner: unknown\n---\n\n";

    [Fact]
    public void Each_sentence_and_each_bullet_is_a_clause_and_a_bullet_knows_its_introduction()
    {
        var section = Parse(
            "## Rules\n\nOne thing. Is it so? Yes (e.g. doctors.net). These count:\n\n- First.\n- Second. With two sentences.\n\nLast.\n"
        )
            .Sections.Single();

        Assert.Equal(
            ["One thing.", "Is it so?", "Yes (e.g. doctors.net).", "These count:", "First.", "Second. With two sentences.", "Last."],
            section.Clauses.Select(clause => clause.Text)
        );
        Assert.Equal([null, null, null, null, 3, 3, null], section.Clauses.Select(clause => clause.IntroducedBy));
        Assert.Equal([0, 0, 0, 0, 1, 1, 2], section.Clauses.Select(clause => clause.Paragraph));
    }

    [Fact]
    public void A_sentence_that_points_back_knows_the_one_before_in_its_paragraph()
    {
        var section = Parse("## Rules\n\nOne thing. This includes another. This policy says so.\n\nThis stands alone.\n").Sections.Single();

        Assert.Equal([null, 0, null, null], section.Clauses.Select(clause => clause.IntroducedBy));
    }

    [Fact]
    public void Front_matter_is_read_and_unknown_counts_as_not_stated()
    {
        var policy = Parse("## A\n\nText.\n");

        Assert.Equal(("A policy", "2.1", (string?)null), (policy.Title, policy.Version, policy.Owner));
        Assert.StartsWith("2.1 (", policy.VersionOnRecord, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_texts_of_the_same_version_have_different_fingerprints()
    {
        Assert.NotEqual(Parse("## A\n\nMay.\n").Fingerprint, Parse("## A\n\nMay not.\n").Fingerprint);
        Assert.Equal(Parse("## A\n\nMay.\n").Fingerprint, Parse("## A\r\n\r\nMay.\r\n").Fingerprint);
    }

    [Theory]
    [InlineData("## A\n\nText.\n", "The policy p.md has no front matter")]
    [InlineData("---\nversion: 1\n---\n\n## A\n\nText.\n", "The policy p.md has no title in its front matter")]
    [InlineData(Front, "The policy p.md has no section")]
    [InlineData(Front + "## A\n", "The policy p.md has no section")]
    [InlineData(Front + "Text.\n\n## A\n\nText.\n", "The policy p.md has text before its first heading: \"Text.\"")]
    [InlineData(Front + "## A\n\nText.\n\n## a\n\nText.\n", "The policy p.md has the heading \"A\" more than once")]
    [InlineData(Front + "## A\n\n> quoted\n", "The policy p.md uses a form in line 9 that a card cannot show")]
    [InlineData(
        Front + "## A\n\nWrite to <the practice manager> first.\n",
        "The policy p.md has \"<the practice manager>\", which would not be shown"
    )]
    [InlineData(Front + "## A\n\nText.<br>More.\n", "The policy p.md has \"<br>\", which would not be shown")]
    [InlineData(Front + "## A\n\n- One.\n\n      code\n", "The policy p.md uses a form in line 11 that a card cannot show")]
    [InlineData(Front + "## A\n\n- <div>One.</div>\n", "The policy p.md uses a form in line 9 that a card cannot show")]
    public void A_file_that_is_not_a_policy_is_refused_with_a_reason(string markdown, string sentence)
    {
        var fault = Assert.Throws<PolicyFileException>(() => PolicyParser.Parse("p", markdown));

        Assert.StartsWith(sentence, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_policies_is_named_in_the_error()
    {
        var fault = Assert.Throws<PolicyFileException>(() => PolicyLibrary.Load("no/such/folder"));

        Assert.Contains("Policies:Folder (no/such/folder) holds no .md file", fault.Message, StringComparison.Ordinal);
    }

    private static PolicyDocument Parse(string body) => PolicyParser.Parse("p", Front + body);
}
