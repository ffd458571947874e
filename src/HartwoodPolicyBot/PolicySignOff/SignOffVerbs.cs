using System.Globalization;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicySignOff;

namespace HartwoodPolicyBot.PolicySignOff;

/// <summary>Holds the buttons of the sign-off cards, and what they carry.</summary>
internal static class SignOffVerbs
{
    public const string Mine = "my-policies";
    public const string Open = "reading";
    public const string Confirm = "reading-confirm";
    public const string Offer = "reading-offer";
    public const string Send = "reading-send";
    public const string Status = "reading-status";
    public const string Remind = "reading-remind";
    public const string Choose = "reading-choose";

    /// <summary>Names the kept verb that a chosen policy is for.</summary>
    public const string For = "for";

    public static AdaptiveExecuteAction MineButton() => AdaptiveExecuteAction.Of("Check my policies", Mine);

    public static AdaptiveExecuteAction ConfirmButton(SignOff signOff) =>
        AdaptiveExecuteAction.Of("Confirm I've read it", Confirm, $"{signOff.Id:N}").Positive();

    /// <summary>
    /// Returns the id of one text of a policy, so that exactly the text that the practice manager saw is sent.
    /// </summary>
    public static string Id(PolicyDocument policy) => $"{policy.Slug}:{policy.Fingerprint}";

    public static string Page(PolicyDocument policy, int page) => string.Create(CultureInfo.InvariantCulture, $"{policy.Slug}:{page}");

    public static string Id(PolicyDocument policy, OutstandingReader reader) => $"{policy.Slug}:{reader.ReadingId:N}";

    /// <summary>Reads the two parts of an id. Anything else that a click carries gets an empty second part.</summary>
    public static (string Slug, string Detail) Read(string? id) =>
        (id ?? "").Split(':') is [var slug, var detail] ? (slug, detail) : (id ?? "", "");
}
