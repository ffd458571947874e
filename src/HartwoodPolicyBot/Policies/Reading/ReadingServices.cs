using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Reading;
using HartwoodPolicyBot.Core.Privacy;

namespace HartwoodPolicyBot.Policies.Reading;

/// <summary>Everything about reading and confirming policies as services.</summary>
internal static class ReadingServices
{
    private const string BriefsFolder = "Content/Reading";

    public static IServiceCollection AddReading(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
            PolicyBriefs.Load(Path.Combine(AppContext.BaseDirectory, BriefsFolder), provider.GetRequiredService<PolicyLibrary>())
        );
        services.AddSingleton(provider => new PolicyContent("brief", provider.GetRequiredService<PolicyBriefs>().Policies));
        services.AddSingleton<ReadingDesk>();
        services.AddSingleton<ReadingReminders>();
        services.AddSingleton<IDueWork>(provider => provider.GetRequiredService<ReadingReminders>());
        services.AddSingleton<ReadingRounds>();
        services.AddSingleton<ReadingCard>();
        services.AddSingleton<IConversation, ReadingConversation>();
        services.AddSingleton<IConversation, RoundConversation>();
        services.AddSingleton<IDuePart, ReadingDue>();
        services.AddSingleton<IWelcomePart, ReadingWelcome>();
        services.AddSingleton<IDeliveryContent, ReadingDeliveries>();
        services.AddSingleton<IRetention, ReadingRetention>();
        services.AddSingleton<IPersonalData, ReadingData>();
        return services.AddTimedJob<ReadingJob>(ReadingJob.Every);
    }
}
