using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>The policy in the bot is the practice's own text: every word of it, in order, and no other.</summary>
public sealed class VerbatimTests
{
    private static readonly string[] Headings =
    [
        "Purpose and definitions",
        "Scope",
        "Patients",
        "All staff",
        "Clinicians",
        "Practice manager",
        "Principles of this policy",
        "Interactions online",
        "Patient confidentiality",
        "Conflicts of interest",
        "Anonymity",
        "Practice social media accounts",
        "Complaints",
        "Distribution",
        "Training",
        "Equality and diversity impact assessment",
        "Monitoring and reporting",
        "Summary of NHS legal and mandatory documentation",
    ];

    private static string Seed => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Policies/policy-seed.txt"));

    private static PolicyDocument Policy =>
        PolicyLibrary
            .Load(Path.Combine(AppContext.BaseDirectory, "Content/Policies"))
            .Documents.Single(document => document.Slug == "social-media");

    [Fact]
    public void The_18_sections_are_in_the_order_of_the_policy() =>
        Assert.Equal(Headings, Policy.Sections.Select(section => section.Heading));

    [Fact]
    public void The_parsed_policy_is_the_seed_word_for_word_and_nothing_else()
    {
        var group = (string?)null;
        var words = new List<string>();
        foreach (var section in Policy.Sections)
        {
            if (section.Group != group && section.Group is not null)
            {
                words.Add(section.Group);
            }

            group = section.Group;
            words.Add(section.Heading);
            words.AddRange(section.Clauses.Select(clause => clause.Text));
        }

        Assert.Equal(Words(Seed), Words(string.Join(' ', words)));
    }

    [Fact]
    public void A_detail_that_the_seed_does_not_state_is_unknown()
    {
        Assert.Null(Policy.Version);
        Assert.Null(Policy.Owner);
    }

    [Fact]
    public void Roles_are_grouped_under_their_heading() =>
        Assert.Equal(
            ["Patients", "All staff", "Clinicians", "Practice manager"],
            Policy.Sections.Where(section => section.Group == "Roles, rights, and responsibilities").Select(section => section.Heading)
        );

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
