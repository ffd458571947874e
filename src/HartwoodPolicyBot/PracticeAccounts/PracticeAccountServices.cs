using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Jobs;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.PracticeAccounts;

/// <summary>Registers the services for the practice's own accounts.</summary>
internal static class PracticeAccountServices
{
    public static IServiceCollection AddPracticeAccounts(this IServiceCollection services)
    {
        services.AddSingleton<PracticeAccountList>();
        services.AddSingleton<PracticeAccountEditor>();
        services.AddSingleton<AskForAccount>();
        services.AddSingleton<DecideAccess>();
        services.AddSingleton<AccountLooks>();
        services.AddSingleton(AccountWork);
        services.AddSingleton<IConversation, AccountsConversation>();
        services.AddSingleton<IConversation, AccountManagementConversation>();
        services.AddSingleton<IConversation, AccountAccessConversation>();
        services.AddDeliveryContent<PracticeAccountDeliveries>(PracticeAccountDeliveryKinds.All);
        services.AddSingleton(PracticeAccountAudit.Words);
        services.AddSingleton(
            AnswerNoteSource.Below(
                SocialMediaPolicy.PracticeAccounts,
                "I keep the list of the practice's accounts and who may post on them.",
                BotVerbs.CommandButton("See the accounts", AccountsConversation.Command),
                AccountsConversation.Command
            )
        );
        services.AddSingleton<IRetention, PracticeAccountRetention>();
        services.AddSingleton<IPersonalData, PracticeAccountData>();
        return services.AddTimedJob<PracticeAccountJob>(PracticeAccountJob.Every);
    }

    private static WorkSource AccountWork(IServiceProvider services) =>
        new(cancel => WorkAsync(services.GetRequiredService<PracticeAccountList>(), cancel));

    private static async Task<IReadOnlyList<AdaptiveExecuteAction>> WorkAsync(
        PracticeAccountList accounts,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<AdaptiveExecuteAction>();
        if ((await accounts.RequestsAsync(cancellationToken)).Count is > 0 and var requests)
        {
            Add($"{CountWords.Of(requests, "request")} about practice accounts", PracticeAccountVerbs.Requests);
        }

        var listed = await accounts.ListedAsync(cancellationToken);
        if (listed.Sum(account => account.PasswordsToChange.Count()) is > 0 and var passwords)
        {
            Add($"{CountWords.Of(passwords, "password")} of practice accounts to change", PracticeAccountVerbs.Passwords);
        }

        if (listed.Count(account => account.IsToLookAt(accounts.Today)) is > 0 and var looks)
        {
            Add($"{CountWords.Of(looks, "practice account")} not looked at this month", PracticeAccountVerbs.Looks);
        }

        return rows;

        void Add(string title, string verb) => rows.Add(AdaptiveExecuteAction.Of(title, verb));
    }
}
