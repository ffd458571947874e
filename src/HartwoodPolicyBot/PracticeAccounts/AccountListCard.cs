using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.PracticeAccounts;

/// <summary>Makes the card with the practice's accounts, each as a row to tap.</summary>
internal static class AccountListCard
{
    public const int PageSize = 8;

    /// <summary>Makes the list for staff.</summary>
    public static TeamsActivity ForStaff(IReadOnlyList<PracticeAccountView> accounts, int page, string? banner = null) =>
        Message(
            accounts,
            page,
            banner,
            [],
            [
                AdaptiveExecuteAction.Of("Ask for a new account", PracticeAccountVerbs.NewForm),
                AdaptiveExecuteAction.Of("Report another account", PracticeAccountVerbs.ReportForm),
            ]
        );

    /// <summary>Makes the list for practice managers, with what waits for them above it.</summary>
    public static TeamsActivity ForManager(
        IReadOnlyList<PracticeAccountView> accounts,
        int requests,
        DateOnly today,
        int page,
        string? banner = null
    )
    {
        var passwords = accounts.Sum(account => account.PasswordsToChange.Count());
        var looks = accounts.Count(account => account.IsToLookAt(today));
        return Message(
            accounts,
            page,
            banner,
            [
                .. Waiting(requests, CountWords.Of(requests, "request") + " waiting", PracticeAccountVerbs.Requests),
                .. Waiting(passwords, CountWords.Of(passwords, "password") + " to change", PracticeAccountVerbs.Passwords),
                .. Waiting(looks, CountWords.Of(looks, "account") + " not looked at this month", PracticeAccountVerbs.Looks),
            ],
            [AdaptiveExecuteAction.Of("Add an account", PracticeAccountVerbs.AddForm)]
        );
    }

    private static TeamsActivity Message(
        IReadOnlyList<PracticeAccountView> accounts,
        int page,
        string? banner,
        IEnumerable<AdaptiveElement> waiting,
        IReadOnlyList<AdaptiveAction> actions
    )
    {
        var shown = accounts.PageOf(PageSize, page);
        var summary = accounts.Count == 0 ? "No practice accounts yet" : CountWords.Of(accounts.Count, "practice account");
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading("Practice accounts"),
                    .. waiting,
                    new AdaptiveTextBlock(
                        accounts.Count == 0
                            ? "There are no accounts on the list yet. Only accounts on this list may speak for the practice."
                            : "Only these accounts may speak for the practice, and only people who have access may post. "
                                + "Tap one to see more."
                    ),
                    .. shown.Items.SelectMany(Row),
                    .. shown.PlaceLine(),
                ],
                Actions = [.. actions, .. shown.Buttons(PracticeAccountVerbs.List)],
            },
            summary
        );
    }

    private static IEnumerable<AdaptiveElement> Row(PracticeAccountView view) =>
        [
            AdaptiveContainer.Row(
                AdaptiveExecuteAction.Of(
                    PracticeAccountWords.Of(view.Account),
                    PracticeAccountVerbs.Open,
                    PracticeAccountVerbs.Id(view.Account)
                )
            ),
            AdaptiveRichTextBlock.Subtle(view.Account.Purpose),
        ];

    private static IEnumerable<AdaptiveElement> Waiting(int count, string title, string verb) =>
        count == 0 ? [] : [AdaptiveContainer.Row(AdaptiveExecuteAction.Of(title, verb, "1"))];
}
