using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.PracticeAccounts;

/// <summary>Makes the card that asks practice managers each month whether they have looked at the accounts, with a tap for each.</summary>
internal static class AccountLookCard
{
    public static TeamsActivity Message(IReadOnlyList<PracticeAccountView> accounts, DateOnly today, int wanted, string? banner = null)
    {
        var open = accounts.Where(account => account.IsToLookAt(today)).OrderByDescending(account => account.IsLate(today)).ToList();
        var page = open.PageOf(AccountListCard.PageSize, wanted);
        var title = open.Count == 0 ? "All accounts have been looked at this month" : "Have you looked at these accounts?";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(title),
                    .. open.Count == 0
                        ? Array.Empty<AdaptiveElement>()
                        :
                        [
                            new AdaptiveTextBlock(
                                "The policy asks the practice manager to monitor them. Look at what's been posted and any "
                                    + "replies, then tap the account."
                            ),
                        ],
                    .. page.Items.SelectMany(view => Row(view, today)),
                    .. page.PlaceLine(),
                ],
                Actions = [PracticeAccountVerbs.ListButton(), .. page.Buttons(PracticeAccountVerbs.Looks)],
            },
            title
        );
    }

    private static IEnumerable<AdaptiveElement> Row(PracticeAccountView view, DateOnly today) =>
        [
            AdaptiveContainer.Row(
                AdaptiveExecuteAction.Of(
                    $"I've looked at {PracticeAccountWords.Of(view.Account)}",
                    PracticeAccountVerbs.Looked,
                    PracticeAccountVerbs.Id(view.Account),
                    new Dictionary<string, string>(StringComparer.Ordinal) { [PracticeAccountVerbs.Page] = "1" }
                )
            ),
            AdaptiveTextBlock.Subtle(
                (
                    view.LastLook is { } look
                        ? $"Last looked at {PracticeTime.Text(PracticeTime.DateOf(look.At))}."
                        : "No one has looked at it yet."
                ) + (view.IsLate(today) ? " This is late: no one looked at it last month." : "")
            ),
        ];
}
