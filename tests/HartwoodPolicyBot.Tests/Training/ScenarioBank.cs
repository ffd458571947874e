using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Training;

namespace HartwoodPolicyBot.Tests.Training;

/// <summary>Holds the scenarios that ship with the bot, and the policy that they are based on.</summary>
internal static class ScenarioBank
{
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "Content", "Training", "social-media.json");

    public static PolicyDocument Document { get; } =
        PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Content", "Policies")).Document("social-media")!;

    public static TrainingPolicy Policy { get; } =
        new(
            Document.Title,
            Document.Title,
            Document.VersionOnRecord,
            [
                .. Document.Sections.Select(section => new TrainingSection(
                    section.Heading,
                    [.. section.Clauses.Select(clause => clause.Text)],
                    new Uri("https://example.com/")
                )
                {
                    Id = section.Id,
                }),
            ]
        );

    public static TrainingModule Module { get; } = ScenarioFile.Load(File, Policy, new TrainingOptions());
}
