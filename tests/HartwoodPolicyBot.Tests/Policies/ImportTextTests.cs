using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Policies in plain text and Markdown are read with their headings and clauses.</summary>
public sealed class ImportTextTests
{
    private static string PracticeFile => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Policies/policy-seed.txt"));

    private static IEnumerable<string> Clauses(PolicyDocument policy) =>
        policy.Sections.SelectMany(section => section.Clauses.Select(clause => clause.Text).Prepend(section.Heading));

    [Fact]
    public void The_practices_own_text_file_gives_the_headings_and_clauses_of_the_shipped_policy()
    {
        var policy = ImportedFile.Policy(PracticeFile, "social media policy.txt");

        var shipped = PolicyParser.Parse("social-media", Publishing.SocialMedia);
        Assert.Equal(Clauses(shipped), Clauses(ImportedFile.Published(policy)));
    }

    [Fact]
    public void The_shipped_markdown_gives_itself_and_no_front_matter_is_among_its_words()
    {
        var policy = ImportedFile.Policy(Publishing.SocialMedia, "social-media.md");

        var (shipped, published) = (PolicyParser.Parse("policy", Publishing.SocialMedia), ImportedFile.Published(policy));
        Assert.Equal("Social media policy", policy.Title);
        Assert.Equal(shipped.Fingerprint, published.Fingerprint);
        Assert.Equal(shipped.Sections.Select(section => section.Group), published.Sections.Select(section => section.Group));
        Assert.Empty(policy.Doubts);
        Assert.DoesNotContain("unknown", policy.ToMarkdown().Split("---\n")[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u25BA")]
    [InlineData("\u2794")]
    [InlineData("\uE00B")]
    [InlineData("\uF0A7")]
    public void A_line_that_starts_with_a_sign_of_a_font_of_signs_is_a_bullet(string sign)
    {
        var policy = ImportedFile.Policy($"# Scope\n\nThis covers:\n\n{sign} doctors\n{sign} nurses\n", "policy.md");

        Assert.Equal(["# Scope", "This covers:", "- doctors", "- nurses"], ImportedFile.Lines(policy));
    }

    [Fact]
    public void Front_matter_gives_the_version_the_owner_and_the_days()
    {
        var policy = ImportedFile.Policy(
            "---\ntitle: Complaints policy\nversion: 2.1\nowner: Jo Hart\napproved: 2026-01-05\nreview: 2027-01-31\n---\n\n"
                + "## Scope\n\nAll staff.\n",
            "complaints.md"
        );

        Assert.Equal(("Complaints policy", "2.1", "Jo Hart"), (policy.Title, policy.Version, policy.Owner));
        Assert.Equal((new DateOnly(2026, 1, 5), new DateOnly(2027, 1, 31)), (policy.ApprovedOn, policy.ReviewBy));
        Assert.Equal(["# Scope", "All staff."], ImportedFile.Lines(policy));
    }

    [Fact]
    public void Headings_and_code_in_a_list_and_html_keep_their_words()
    {
        var policy = ImportedFile.Policy(
            "# Leave policy\n\n1. ## Scope\n\n-      Set in far.\n\n<div>Made with HTML.</div>\n\n## Duties\n\nSee [the list](https://a.b) "
                + "and `codes` &amp; more.<!-- not this -->\n",
            "policy.md"
        );

        Assert.Equal(
            "Leave policy Scope Set in far. Made with HTML. Duties See the list and codes & more.",
            string.Join(' ', ImportedFile.Words(policy))
        );
    }
}
