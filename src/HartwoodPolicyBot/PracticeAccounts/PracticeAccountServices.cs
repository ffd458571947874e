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
        services.AddSingleton<IConversation, AccountsConversation>();
        services.AddSingleton<IConversation, AccountManagementConversation>();
        services.AddSingleton<IConversation, AccountAccessConversation>();
        services.AddDeliveryContent<PracticeAccountDeliveries>(PracticeAccountDeliveryKinds.All);
        services.AddSingleton(PracticeAccountAudit.Words);
        services.AddSingleton<IRetention, PracticeAccountRetention>();
        services.AddSingleton<IPersonalData, PracticeAccountData>();
        return services.AddTimedJob<PracticeAccountJob>(PracticeAccountJob.Every);
    }
}
