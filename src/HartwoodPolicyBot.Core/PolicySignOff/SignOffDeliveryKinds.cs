using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>Names the kind and key of the message that tells practice managers of a changed policy.</summary>
public static class SignOffDeliveryKinds
{
    /// <summary>To a practice manager: the policy has changed, and nobody was asked to read it yet.</summary>
    public const string Changed = "reading-changed";

    /// <summary>Each kind with its words for people.</summary>
    public static IReadOnlyList<DeliveryKind> All { get; } = [new(Changed, "Notice that a policy has changed")];

    public static string ChangedKey(PolicyDocument policy, PersonId manager) => $"{ChangedKeys(policy)}{manager}";

    /// <summary>What the keys about one text of a policy begin with.</summary>
    internal static string ChangedKeys(PolicyDocument policy) => $"{Changed}:{policy.Slug}:{policy.Fingerprint}:";

    /// <summary>Which policy, and which text of it, a key is about; null for a key of another kind.</summary>
    public static (string Slug, string Fingerprint)? ChangeIn(string key) =>
        key.Split(':') is [Changed, var slug, var fingerprint, _] ? (slug, fingerprint) : null;
}
