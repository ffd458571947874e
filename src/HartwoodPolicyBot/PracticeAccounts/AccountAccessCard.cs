using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.PracticeAccounts;

/// <summary>Makes the cards about people's access to an account, for practice managers.</summary>
internal static class AccountAccessCard
{
    private static readonly (AccessStep Step, string Title)[] Steps =
    [
        (AccessStep.Grant, "Give access"),
        (AccessStep.Refuse, "Refuse access"),
        (AccessStep.PasswordChanged, "Mark password changed"),
        (AccessStep.TakeAway, "Take away access"),
        (AccessStep.HoldSignIn, "Make sign-in holder"),
        (AccessStep.HoldNoSignIn, "End as sign-in holder"),
    ];

    /// <summary>Makes the card of one person's access, with the steps that are possible.</summary>
    public static TeamsActivity Person(PracticeAccountView view, AccountAccess access, string? banner = null)
    {
        var hasLeft = view.Leavers.Contains(access.PersonId);
        var title = access.State == AccessState.Asked ? $"{access.PersonName} has asked for access" : $"{access.PersonName}'s access";
        var account = PracticeAccountWords.Of(view.Account);
        var summary = $"{title} to {account}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(title),
                    AdaptiveRichTextBlock.Labelled("Account", account),
                    AdaptiveRichTextBlock.Labelled(
                        "Access",
                        PracticeAccountWords.Of(access.State) + (hasLeft ? " (has left)" : ""),
                        "Small"
                    ),
                    .. access.Why is { } why
                        ? [AdaptiveRichTextBlock.Labelled("Why they asked", why, "Small")]
                        : Array.Empty<AdaptiveElement>(),
                    AdaptiveRichTextBlock.Labelled(
                        access.Why is null ? "Given on" : "Asked on",
                        PracticeTime.Text(access.AskedAt),
                        "Small"
                    ),
                    .. access is { DecidedByName: { } by, DecidedAt: { } at }
                        ? [AdaptiveRichTextBlock.Labelled("Last decision", $"{by}, {PracticeTime.Text(at)}", "Small")]
                        : Array.Empty<AdaptiveElement>(),
                    AdaptiveRichTextBlock.Labelled("Holds the sign-in", access.HoldsSignIn ? "Yes" : "No", "Small"),
                    .. AccessSteps.IsPossible(AccessStep.PasswordChanged, AccessReading.Of(access), hasLeft)
                        ? AdaptiveTextBlock.Warning("Please change this account's password, because they may know it.")
                        : [],
                ],
                Actions =
                [
                    .. Steps
                        .Where(step => AccessSteps.IsPossible(step.Step, AccessReading.Of(access), hasLeft))
                        .Select(step =>
                            AdaptiveExecuteAction.Of(
                                step.Title,
                                PracticeAccountVerbs.Step,
                                PracticeAccountVerbs.Id(access),
                                new Dictionary<string, string>(StringComparer.Ordinal) { [PracticeAccountVerbs.StepName] = $"{step.Step}" }
                            )
                        ),
                    AdaptiveExecuteAction.Of("Go to the account", PracticeAccountVerbs.Open, PracticeAccountVerbs.Id(view.Account)),
                ],
            },
            summary
        );
    }

    /// <summary>Makes the list of staff to whom access can be given.</summary>
    public static TeamsActivity Give(PracticeAccountView view, IReadOnlyList<StaffMember> people, int wanted)
    {
        var page = people.PageOf(AccountCard.PageSize, wanted);
        var id = PracticeAccountVerbs.Id(view.Account);
        var title = $"Give access to {PracticeAccountWords.Of(view.Account)}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    AdaptiveTextBlock.Heading(title),
                    new AdaptiveTextBlock(
                        people.Count == 0
                            ? "Everyone who has added me has access already."
                            : "Tap a person. I'll tell them. This only includes people who've added me."
                    ),
                    .. page.Items.Select(person =>
                        AdaptiveContainer.Row(
                            AdaptiveExecuteAction.Of(
                                person.Name,
                                PracticeAccountVerbs.Give,
                                PracticeAccountVerbs.Id(view.Account, person.PersonId)
                            )
                        )
                    ),
                    .. page.PlaceLine(),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Go to the account", PracticeAccountVerbs.Open, id),
                    .. page.Buttons(PracticeAccountVerbs.GiveList, number => PracticeAccountVerbs.PageId(view.Account, number)),
                ],
            },
            title
        );
    }

    /// <summary>Makes the list of accounts whose password must be changed, each with the person because of whom.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="wanted">The page.</param>
    /// <param name="leaver">The person to whom the list is limited; null for everybody.</param>
    /// <param name="banner">What was just done; null for nothing.</param>
    public static TeamsActivity Passwords(
        IReadOnlyList<PracticeAccountView> accounts,
        int wanted,
        PersonId? leaver = null,
        string? banner = null
    )
    {
        var all = accounts
            .SelectMany(view => view.PasswordsToChange, (view, access) => (View: view, Access: access))
            .Where(one => leaver is null || one.Access.PersonId == leaver.Value.Value)
            .ToList();
        var page = all.PageOf(AccountCard.PageSize, wanted);
        var title =
            all.Count == 0 ? "No passwords to change"
            : leaver is null ? "Passwords to change"
            : $"{all[0].Access.PersonName} has left: passwords to change";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(title),
                    .. all.Count == 0
                        ? Array.Empty<AdaptiveElement>()
                        :
                        [
                            new AdaptiveTextBlock(
                                (leaver is null ? "These people may still know the passwords. " : "They may still know these passwords. ")
                                    + "Change each password, then tap it."
                            ),
                        ],
                    .. page.Items.Select(one =>
                        AdaptiveContainer.Row(
                            AdaptiveExecuteAction.Of(
                                $"I've changed the password of {PracticeAccountWords.Of(one.View.Account)} ({one.Access.PersonName})",
                                PracticeAccountVerbs.PasswordChanged,
                                PracticeAccountVerbs.Id(one.Access)
                            )
                        )
                    ),
                    .. page.PlaceLine(),
                ],
                Actions = [PracticeAccountVerbs.ListButton(), .. page.Buttons(PracticeAccountVerbs.Passwords)],
            },
            title
        );
    }
}
