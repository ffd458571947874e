using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PolicyConcerns;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.PolicyConcerns;

/// <summary>Holds the verbs of the cards about concerns, and the names of what their buttons keep.</summary>
internal static class ConcernVerbs
{
    public const string Form = ConcernOffer.Verb;
    public const string Review = "concern-review";
    public const string Edit = "concern-edit";
    public const string Send = "concern-send";
    public const string Cancel = "concern-cancel";

    public const string Mine = "concern-mine";
    public const string FindByCode = "concern-code";
    public const string Withdraw = "concern-withdraw";

    public const string Open = "concern-open";
    public const string Answer = "concern-answer";
    public const string Close = "concern-close";

    public const string Code = "code";
    public const string Text = "answer";

    /// <summary>Names the kept place of the author's card, by which it is known which message the card is.</summary>
    public const string Place = "place";

    /// <summary>Returns the key of the delivery that posted the author's card; null if the click names none.</summary>
    public static string? KeyOf(CardClick click) =>
        Ids.Read<PolicyConcern>(click.Id) is { } id && click.Kept(Place) is { } place
            ? PolicyConcernDeliveryKinds.CardKey(id, place)
            : null;
}
