using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Training;

/// <summary>Hands a policy over to training: the two know nothing of each other.</summary>
internal sealed class TaughtPolicies(PolicyLibrary library, PublicAddress address)
{
    /// <summary>The policy, or null when the practice has not given it to the bot.</summary>
    public TaughtPolicy? Find(string slug) =>
        library.Document(slug) is { } document
            ? new(
                document.Title,
                document.Version is { } version ? $"{document.Title}, version {version}" : $"{document.Title} (no version stated)",
                document.VersionOnRecord,
                [
                    .. document.Sections.Select(section => new TaughtSection(
                        section.Heading,
                        [.. section.Clauses.Select(clause => clause.Text)],
                        address.Of(section)
                    )),
                ]
            )
            : null;
}
