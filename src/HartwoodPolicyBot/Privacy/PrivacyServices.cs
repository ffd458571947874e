using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Jobs;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Privacy;

/// <summary>
/// Registers the services for privacy and retention. Each feature registers its own part with its other services.
/// </summary>
internal static class PrivacyServices
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<PrivacyOptions>(configuration, "Privacy");
        services.AddSingleton<BatchedDeletion>();
        services.AddSingleton<Retention>();
        services.AddSingleton<IRetention, AuditRetention>();
        services.AddSingleton<IRetention, ContactRetention>();
        services.AddSingleton<IRetention, DeliveryRetention>();
        services.AddSingleton<PersonalDataRequests>();
        services.AddSingleton<IPersonalData, StaffData>();
        services.AddSingleton<IPersonalData, DeliveryData>();
        services.AddSingleton<IConversation, MyDataConversation>();
        services.AddFileContent<MyDataPageFile>(MyDataPageFile.Kind);
        services.AddFileContent<MyDataJsonFile>(MyDataJsonFile.Kind);
        return services.AddTimedJob<RetentionJob>(RetentionJob.Every);
    }
}
