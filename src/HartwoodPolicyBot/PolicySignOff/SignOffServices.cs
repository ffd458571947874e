using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Jobs;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.PolicySignOff;

/// <summary>Registers the services for policy sign-off.</summary>
internal static class SignOffServices
{
    private const string BriefsFolder = "Content/Reading";

    public static IServiceCollection AddPolicySignOff(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
            PolicyBriefs.Load(Path.Combine(AppContext.BaseDirectory, BriefsFolder), provider.GetRequiredService<PolicyLibrary>())
        );
        services.AddSingleton(provider => new PolicyContent("brief", provider.GetRequiredService<PolicyBriefs>().Policies));
        services.AddSingleton<OwnSignOffs>();
        services.AddSingleton<SignOffReminders>();
        services.AddSingleton<IDailyReminderSource>(provider => provider.GetRequiredService<SignOffReminders>());
        services.AddSingleton<SignOffRounds>();
        services.AddSingleton<SignOffCard>();
        services.AddSingleton<IConversation, SignOffConversation>();
        services.AddSingleton<IConversation, SignOffRoundConversation>();
        services.AddSingleton<IDailyReminderPart, SignOffReminderPart>();
        services.AddSingleton<IWelcomePart, SignOffWelcomePart>();
        services.AddDeliveryContent<SignOffDeliveries>(SignOffDeliveryKinds.All);
        services.AddSingleton(SignOffAudit.Words);
        services.AddSingleton<IRetention, SignOffRetention>();
        services.AddSingleton<IPersonalData, SignOffData>();
        return services.AddTimedJob<SignOffJob>(SignOffJob.Every);
    }
}
