using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;

namespace HartwoodPolicyBot.Core.PolicyConcerns;

/// <summary>Lists the kinds of deliveries of this feature, and the keys that make each of them happen once.</summary>
public static class PolicyConcernDeliveryKinds
{
    /// <summary>The card for the author of the policy.</summary>
    public const string Card = "policy-concern";

    /// <summary>The card of a concern about the author.</summary>
    public const string SpeakUpCard = "speak-up-policy-concern";

    /// <summary>The answer to whoever raised a concern, and that it was closed.</summary>
    public const string Told = "policy-concern-told";

    /// <summary>The same for a concern about the author.</summary>
    public const string SpeakUpTold = "speak-up-policy-concern-told";

    public static IReadOnlyList<DeliveryKind> All { get; } =
    [
        new(Card, "Concern about a policy")
        {
            IfNotDelivered =
                "A concern about a policy hasn't reached everyone who should read it. Please ask the author of the policy to type "
                + "“concerns” in their own chat with me. If that's you, type it there yourself.",
        },
        new(SpeakUpCard, "Concern about a policy", IsKeptFromManagers: true),
        new(Told, "Answer to your concern about a policy"),
        new(SpeakUpTold, "Answer to your concern about a policy", IsKeptFromManagers: true),
    ];

    public static bool IsCard(string kind) => kind is Card or SpeakUpCard;

    public static string CardKey(Id<PolicyConcern> concern, string place) => $"{Card}:{concern:N}:{place}";

    public static string ToldKey(Id<PolicyConcern> concern, int version) => $"{Told}:{concern:N}:{version}";
}
