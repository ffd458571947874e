using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Import;
using HartwoodPolicyBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Publishes a text for tests that need another version, and not how it is sent and reviewed.</summary>
internal static class Publishing
{
    public const string ManagerId = "11111111-aaaa-4000-8000-000000000001";

    public static string SocialMedia { get; } =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Content/Policies/social-media.md"));

    /// <summary>Publishes this text in the project's own Markdown, in the name of the first practice manager.</summary>
    public static async Task<PolicyVersion> PublishAsync(BotHost bot, string markdown, bool isMinor = false, DateOnly? from = null)
    {
        var policy = Imported(markdown);
        var review = (
            await bot.Services.GetRequiredService<PolicyDrafts>().AddAsync(PersonId.Of(ManagerId), "policy.md", policy, default)
        ).Value!;
        var published = await bot
            .Services.GetRequiredService<PublishPolicy>()
            .PublishAsync(
                new(PersonId.Of(ManagerId), "Margaret"),
                new(review.Draft.Id),
                new(policy.Title, policy.Version, policy.Owner, policy.ApprovedOn, policy.ReviewBy, isMinor, from),
                default
            );
        return published.Value ?? throw new InvalidOperationException(published.Refusal!.Sentence);
    }

    /// <summary>Returns the policy as it would be read from a file of this text.</summary>
    public static ImportedPolicy Imported(string markdown)
    {
        var document = PolicyParser.Parse("policy", markdown);
        var (sections, group) = (new List<ImportedSection>(), (string?)null);
        foreach (var section in document.Sections)
        {
            if (section.Group is not null && section.Group != group)
            {
                sections.Add(new(section.Group, 1, []));
            }

            group = section.Group;
            sections.Add(
                new(
                    section.Heading,
                    group is null ? 1 : 2,
                    [.. section.Clauses.Select(clause => new ImportedClause(clause.Text, clause.IsBullet, clause.Paragraph))]
                )
            );
        }

        return new(document.Title, document.Version, document.Owner, document.ApprovedOn, document.ReviewBy, sections, []);
    }
}
