using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Training;

/// <summary>Gives policies to training, so that the two features don't depend on each other.</summary>
internal sealed class TaughtPolicies(PolicyLibrary library, PublicAddress address)
{
    /// <summary>Returns the policy, or null if the practice has not given it to the bot.</summary>
    public TaughtPolicy? Find(string slug) => library.Document(slug) is { } document ? Of(document) : null;

    public TaughtPolicy Of(PolicyDocument document) =>
        new(
            document.Title,
            document.Version is { } version ? $"{document.Title}, version {version}" : document.Title,
            document.VersionOnRecord,
            [
                .. document.Sections.Select(section => new TaughtSection(
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
