using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Training;

/// <summary>Gives policies to the training, with the links to their sections.</summary>
internal sealed class TrainingPolicies(PolicyLibrary library, PublicAddress address)
{
    /// <summary>Returns the policy, or null if the practice has not given it to the bot.</summary>
    public TrainingPolicy? Find(string slug) => library.Document(slug) is { } document ? Of(document) : null;

    public TrainingPolicy Of(PolicyDocument document) =>
        new(
            document.Title,
            document.Version is { } version ? $"{document.Title}, version {version}" : document.Title,
            document.VersionOnRecord,
            [
                .. document.Sections.Select(section => new TrainingSection(
                    section.Heading,
                    [.. section.Clauses.Select(clause => clause.Text)],
                    address.Of(section)
                )
                {
                    Id = section.Id,
                    KnownAs = section.KnownAs,
                }),
            ]
        );
}
