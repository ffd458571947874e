using System.Globalization;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Policies;

/// <summary>Holds the verbs of the cards that review, publish and list versions, and what they carry.</summary>
internal static class PublishVerbs
{
    public const string Review = "policy-review";
    public const string Correct = "policy-correct";
    public const string Corrected = "policy-corrected";
    public const string Details = "policy-details";
    public const string Publish = "policy-publish";
    public const string Discard = "policy-discard";
    public const string Versions = "policy-versions";
    public const string Version = "policy-version";
    public const string Compare = "policy-compare";
    public const string BringBack = "policy-bring-back";
    public const string CallOff = "policy-call-off";
    public const string OutOfUse = "policy-out-of-use";
    public const string InUse = "policy-in-use";

    public static AdaptiveExecuteAction VersionsButton(string slug) => AdaptiveExecuteAction.Of("See all versions", Versions, slug);

    public static string IdOf(params IEnumerable<object> parts) =>
        string.Join(':', parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)));

    /// <summary>Reads a policy and up to two numbers from a click; a number that is none becomes 0.</summary>
    public static (string Slug, int First, int Second) Read(string? id)
    {
        var parts = (id ?? "").Split(':');
        return (parts[0], Number(parts, 1), Number(parts, 2));
    }

    private static int Number(string[] parts, int place) =>
        parts.Length > place && int.TryParse(parts[place], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static string IdOf(PolicyReview review) => $"{review.Draft.Id:N}";
}
