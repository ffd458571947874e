using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.PracticeAccounts;

/// <summary>Makes the cards with requests about accounts, and with what was decided.</summary>
internal static class AccountRequestCards
{
    /// <summary>Makes the list of requests that wait for a practice manager.</summary>
    public static TeamsActivity List(PracticeAccountRequests requests, int wanted, string? banner = null)
    {
        var page = requests
            .Access.Select(request =>
                AdaptiveExecuteAction.Of(
                    $"{request.Access.PersonName} has asked for access to {PracticeAccountWords.Of(request.Account)}",
                    PracticeAccountVerbs.Person,
                    PracticeAccountVerbs.Id(request.Access)
                )
            )
            .Concat(
                requests.Accounts.Select(account =>
                    AdaptiveExecuteAction.Of(TitleOf(account), PracticeAccountVerbs.Open, PracticeAccountVerbs.Id(account))
                )
            )
            .ToList()
            .PageOf(AccountCard.PageSize, wanted);
        var summary = requests.Count == 0 ? "No requests are waiting" : CountWords.Of(requests.Count, "request") + " waiting";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(summary),
                    .. page.Items.Select(AdaptiveContainer.Row),
                    .. page.PlaceLine(),
                ],
                Actions = [PracticeAccountVerbs.ListButton(), .. page.Buttons(PracticeAccountVerbs.Requests)],
            },
            summary
        );
    }

    /// <summary>Makes the card of an account that somebody asked for or reported, for a practice manager to decide.</summary>
    public static TeamsActivity Account(PracticeAccount account, string? banner = null)
    {
        var id = PracticeAccountVerbs.Id(account);
        var isNew = account.State == PracticeAccountState.AskedFor;
        var summary = TitleOf(account);
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(WhatHappened(account)),
                    AdaptiveRichTextBlock.Labelled("Account", PracticeAccountWords.Of(account)),
                    AdaptiveRichTextBlock.Labelled(isNew ? "Why" : "What they know", account.Why ?? "", "Small"),
                    AdaptiveRichTextBlock.Labelled("Sent", PracticeTime.Text(account.AskedAt), "Small"),
                    new AdaptiveTextBlock(
                        isNew
                            ? "If you agree, put it on the list. Otherwise tap Refuse request. I'll tell them either way."
                            : "The policy doesn't permit accounts that no one has authorised. "
                                + "Put it on the list, or have it closed and leave it off."
                    ),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Put it on the list", PracticeAccountVerbs.ChangeForm, id),
                    AdaptiveExecuteAction.Of(isNew ? "Refuse request" : "Leave off the list", PracticeAccountVerbs.End, id),
                    AdaptiveExecuteAction.Of("See all requests", PracticeAccountVerbs.Requests, "1"),
                ],
            },
            summary
        );
    }

    /// <summary>Makes the message that tells somebody what was decided about their access.</summary>
    public static TeamsActivity Decided(PracticeAccount account, AccountAccess access)
    {
        var title = access.State switch
        {
            AccessState.Granted => "You now have access",
            AccessState.Refused => "You haven't been given access",
            _ => "You no longer have access",
        };
        return Told(
            title,
            $"{title} to {PracticeAccountWords.Of(account)}",
            account,
            access.State == AccessState.Granted
                ? "The social media policy applies to everything you post there. Ask the practice manager how to sign in."
                : $"{access.DecidedByName} decided this. Please ask them if you have questions."
        );
    }

    /// <summary>Makes the message that tells somebody what was decided about an account that they asked for or reported.</summary>
    public static TeamsActivity Decided(PracticeAccount account)
    {
        var name = PracticeAccountWords.Of(account);
        return account.State == PracticeAccountState.Listed
            ? Told(
                "The account is on the list now",
                $"{name} is now on the list of practice accounts",
                account,
                "Ask for access if you'd like to post there."
            )
            : Told(
                "The account isn't on the list",
                $"{name} hasn't been added to the list of practice accounts",
                account,
                "So no one may use it for the practice. Please ask the practice manager if you have questions."
            );
    }

    private static string TitleOf(PracticeAccount account) => $"{WhatHappened(account)}: {PracticeAccountWords.Of(account)}";

    private static string WhatHappened(PracticeAccount account) =>
        $"{account.AskedByName} has {(account.State == PracticeAccountState.AskedFor ? "asked for" : "reported")} an account";

    /// <summary>Makes a message with a short title, because a phone shows a title with an account's name on three lines.</summary>
    private static TeamsActivity Told(string title, string summary, PracticeAccount account, string sentence) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    AdaptiveTextBlock.Heading(title),
                    AdaptiveRichTextBlock.Labelled("Account", PracticeAccountWords.Of(account)),
                    new AdaptiveRichTextBlock(sentence),
                ],
                Actions = [PracticeAccountVerbs.ListButton()],
            },
            summary
        );
}
