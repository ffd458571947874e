using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Import;

namespace HartwoodPolicyBot.Tests.Policies;

internal static partial class ImportedFile
{
    /// <summary>Returns the headings and clauses as they are once the policy is published.</summary>
    public static PolicyDocument Published(ImportedPolicy policy) => PolicyParser.ParsePublished("policy", policy.ToMarkdown());
}
