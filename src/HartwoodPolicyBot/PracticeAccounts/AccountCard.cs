using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.PracticeAccounts;

/// <summary>Makes the card of one account on the list.</summary>
internal static class AccountCard
{
    public const int PageSize = 10;

    /// <summary>Makes the card for a member of staff, who can ask for access.</summary>
    public static TeamsActivity ForStaff(PracticeAccountView view, PersonId personId, string? banner = null)
    {
        var own = view.Of(personId)?.State;
        return Message(
            view,
            banner,
            own switch
            {
                AccessState.Granted => [new AdaptiveTextBlock("You have access to this account, so the social media policy applies.")],
                AccessState.Asked =>
                [
                    new AdaptiveTextBlock("You've asked for access. I'll tell you here what the practice manager decides."),
                ],
                _ => [],
            },
            own is AccessState.Granted or AccessState.Asked
                ? [PracticeAccountVerbs.ListButton()]
                :
                [
                    AdaptiveExecuteAction.Of("Ask for access", PracticeAccountVerbs.AskForm, PracticeAccountVerbs.Id(view.Account)),
                    PracticeAccountVerbs.ListButton(),
                ]
        );
    }

    /// <summary>Makes the card for a practice manager, with the people as rows to tap.</summary>
    public static TeamsActivity ForManager(PracticeAccountView view, DateOnly today, string? banner = null, int page = 1)
    {
        var id = PracticeAccountVerbs.Id(view.Account);
        var people = ToDoFirst(view).PageOf(PageSize, page);
        return Message(
            view,
            banner,
            [
                .. view.Access.Count == 0
                    ? Array.Empty<AdaptiveElement>()
                    : [new AdaptiveTextBlock("People") { Weight = "Bolder", Spacing = "Medium" }],
                .. people.Items.Select(access => PersonRow(view, access)),
                .. people.PlaceLine(),
                AdaptiveContainer.Row(AdaptiveExecuteAction.Of("Go back to list", PracticeAccountVerbs.List, "1")),
            ],
            [
                .. view.IsToLookAt(today)
                    ? (AdaptiveAction[])[AdaptiveExecuteAction.Of("I've looked at it", PracticeAccountVerbs.Looked, id)]
                    : [],
                AdaptiveExecuteAction.Of("Give access", PracticeAccountVerbs.GiveList, PracticeAccountVerbs.PageId(view.Account, 1)),
                AdaptiveExecuteAction.Of("Change account", PracticeAccountVerbs.ChangeForm, id),
                AdaptiveExecuteAction.Of("Take off the list", PracticeAccountVerbs.AskEnd, id),
                .. people.Buttons(PracticeAccountVerbs.People, number => PracticeAccountVerbs.PageId(view.Account, number)),
            ]
        );
    }

    /// <summary>Makes the card that asks before an account is taken off the list.</summary>
    public static TeamsActivity AskEnd(PracticeAccount account)
    {
        var title = $"Take {PracticeAccountWords.Of(account)} off the list?";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    AdaptiveTextBlock.Heading(title),
                    new AdaptiveTextBlock(
                        "After that, no one can post from it for the practice. I can't close the account itself: do that on its website."
                    ),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Take off the list", PracticeAccountVerbs.End, PracticeAccountVerbs.Id(account)).Destructive(),
                    AdaptiveExecuteAction.Of("Cancel", PracticeAccountVerbs.Open, PracticeAccountVerbs.Id(account)),
                ],
            },
            title
        );
    }

    private static TeamsActivity Message(
        PracticeAccountView view,
        string? banner,
        IReadOnlyList<AdaptiveElement> below,
        IReadOnlyList<AdaptiveAction> actions
    )
    {
        var account = view.Account;
        var title = PracticeAccountWords.Of(account);
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(title),
                    AdaptiveRichTextBlock.Labelled("Purpose", account.Purpose),
                    AdaptiveRichTextBlock.Labelled("May post", PracticeAccountWords.Names(view.MayPost), "Small"),
                    AdaptiveRichTextBlock.Labelled("Holds the sign-in", PracticeAccountWords.Names(view.Holders), "Small"),
                    AdaptiveRichTextBlock.Labelled("Two-step sign-in", PracticeAccountWords.SecondFactor(account), "Small"),
                    AdaptiveRichTextBlock.Labelled(
                        "Last looked at",
                        view.LastLook is { } look ? PracticeTime.Text(PracticeTime.DateOf(look.At)) : "Not yet",
                        "Small"
                    ),
                    .. below,
                ],
                Actions = actions,
            },
            title
        );
    }

    /// <summary>Returns everybody by name, but first those because of whom something is to do.</summary>
    private static List<AccountAccess> ToDoFirst(PracticeAccountView view) =>
        [
            .. view
                .Access.OrderByDescending(access => view.PasswordsToChange.Contains(access))
                .ThenByDescending(access => access.State == AccessState.Asked),
        ];

    private static AdaptiveContainer PersonRow(PracticeAccountView view, AccountAccess access) =>
        AdaptiveContainer.Row(AdaptiveExecuteAction.Of(RowOf(view, access), PracticeAccountVerbs.Person, PracticeAccountVerbs.Id(access)));

    /// <summary>Says what a person may do; or, for somebody who may know the password and should not, why and what to do.</summary>
    private static string RowOf(PracticeAccountView view, AccountAccess access) =>
        view.PasswordsToChange.Contains(access)
            ? $"{access.PersonName} {(view.Leavers.Contains(access.PersonId) ? "has left" : "may no longer post")}. "
                + "Please change this account's password."
            : $"{access.PersonName}: {PracticeAccountWords.Of(access.State).ToLowerInvariant()}";
}
