using System.Globalization;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Interests;

namespace HartwoodPolicyBot.Interests;

/// <summary>Holds the verbs of the cards about interests, and what their buttons and forms carry.</summary>
internal static class InterestVerbs
{
    public const string Mine = "my-interests";
    public const string Open = "interest";
    public const string Declare = "interest-declare";
    public const string ChangeForm = "interest-change-form";
    public const string Change = "interest-change";
    public const string End = "interest-end";
    public const string Confirm = "interest-confirm";
    public const string All = "interests";
    public const string Ended = "interests-ended";

    public const string What = "what";
    public const string Party = "with";
    public const string Since = "since";
    public const string Mention = "mention";
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>Names the kept value with the id of a form, with which a form that is sent twice counts once.</summary>
    public const string Form = "form";

    public static AdaptiveExecuteAction MineButton() => AdaptiveExecuteAction.Of("See my interests", Mine, "1");

    public static AdaptiveExecuteAction ConfirmButton() => AdaptiveExecuteAction.Of("It's all still right", Confirm).Positive();

    /// <summary>Returns the id of an interest with the version that the card shows.</summary>
    public static string Id(Interest interest) => string.Create(CultureInfo.InvariantCulture, $"{interest.Id:N}.{interest.Version}");

    /// <summary>Reads an id from a click. The version is 0, which no interest has, where the id names none.</summary>
    public static (Id<Interest>? Interest, int Version) Read(string? id)
    {
        var parts = (id ?? "").Split('.', 2);
        return (
            Ids.Read<Interest>(parts[0]),
            parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0
        );
    }
}
