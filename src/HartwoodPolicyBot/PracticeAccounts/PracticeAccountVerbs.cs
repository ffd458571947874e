using System.Globalization;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.PracticeAccounts;

/// <summary>Holds the verbs of the cards about practice accounts, and what their buttons and forms carry.</summary>
internal static class PracticeAccountVerbs
{
    public const string List = "accounts";
    public const string Open = "account";
    public const string AskForm = "account-ask-form";
    public const string Ask = "account-ask";
    public const string NewForm = "account-new-form";
    public const string New = "account-new";
    public const string ReportForm = "account-report-form";
    public const string Report = "account-report";
    public const string AddForm = "account-add-form";
    public const string Add = "account-add";
    public const string ChangeForm = "account-change-form";
    public const string Change = "account-change";
    public const string AskEnd = "account-ask-end";
    public const string End = "account-end";
    public const string Requests = "account-requests";
    public const string People = "account-people";
    public const string Person = "account-person";
    public const string Step = "account-step";
    public const string GiveList = "account-give-list";
    public const string Give = "account-give";
    public const string Passwords = "account-passwords";
    public const string PasswordChanged = "account-password";
    public const string Looks = "account-looks";
    public const string Looked = "account-looked";

    public const string Platform = "platform";
    public const string Name = "name";
    public const string Purpose = "purpose";
    public const string SecondFactor = "factor";
    public const string Why = "why";
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>Names the kept value with the id of a form, with which a form that is sent twice counts once.</summary>
    public const string Form = "form";

    /// <summary>Names the kept value with a step.</summary>
    public const string StepName = "step";

    /// <summary>Names the kept value with the page of a list.</summary>
    public const string Page = "page";

    /// <summary>
    /// Returns a list in the place of the card that was clicked. A row of the home page carries no id, and the page stays above the list.
    /// </summary>
    public static ClickAnswer Opened(CardClick click, TeamsActivity list) =>
        click.Id is null ? new ClickAnswer.Said(list) : new ClickAnswer.InPlace(list);

    public static AdaptiveExecuteAction ListButton() => AdaptiveExecuteAction.Of("See all accounts", List, "1");

    /// <summary>Returns the id of an account with the version that the card shows.</summary>
    public static string Id(PracticeAccount account) => string.Create(CultureInfo.InvariantCulture, $"{account.Id:N}.{account.Version}");

    /// <summary>
    /// Returns the id of a person's access with the version that the card shows. The person comes last: an id may hold anything.
    /// </summary>
    public static string Id(AccountAccess access) =>
        string.Create(CultureInfo.InvariantCulture, $"{access.AccountId:N}.{access.Version}.{access.PersonId}");

    /// <summary>Returns the id of a person who may be given access to an account.</summary>
    public static string Id(PracticeAccount account, string personId) => $"{account.Id:N}.0.{personId}";

    /// <summary>Returns the id of an account with the page of a list that is about it.</summary>
    public static string PageId(PracticeAccount account, int page) => string.Create(CultureInfo.InvariantCulture, $"{account.Id:N}.{page}");

    /// <summary>Reads an id from a click; null for anything that can't be one. The version is 0 where the id names none.</summary>
    public static (Id<PracticeAccount> Account, int Version, PersonId? Person)? Read(string? id)
    {
        var parts = (id ?? "").Split('.', 3);
        return Ids.Read<PracticeAccount>(parts[0]) is not { } account
            ? null
            : (
                account,
                parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
                parts.Length > 2 && PersonId.TryParse(parts[2], out var person) ? person : null
            );
    }

    /// <summary>Reads a step from a click; null for anything that is none.</summary>
    public static AccessStep? StepIn(string? step) =>
        Enum.TryParse<AccessStep>(step, out var known) && Enum.IsDefined(known) && !char.IsAsciiDigit(step![0]) ? known : null;
}
