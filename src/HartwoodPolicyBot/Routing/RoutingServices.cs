using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Training;
using HartwoodPolicyBot.Welcome;
using Microsoft.Extensions.Options;

namespace HartwoodPolicyBot.Routing;

/// <summary>The bot itself as services: routing, welcome, small talk, and what happens before the first turn.</summary>
internal static class RoutingServices
{
    public static IServiceCollection AddBot(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<BotOptions>(configuration, "Bot");
        services.AddSingleton<Installations>();
        services.AddSingleton<InstallationConversation>();
        services.AddSingleton<SmallTalkConversation>();
        services.AddSingleton<IConversation>(provider => provider.GetRequiredService<SmallTalkConversation>());
        services.AddSingleton<RecentTurns>();
        services.AddSingleton<StaffChatRecorder>();
        services.AddSingleton<PersonalChats>();
        services.AddSingleton<PolicyQuotes>();
        services.AddSingleton<TaughtPolicies>();
        services.AddSingleton<ContentNames>();
        services.AddSingleton<SenderLimit>();
        return services.AddSingleton<ITurnHandler, PolicyBot>();
    }

    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<StorageOptions>(configuration, "Storage");
        return services.AddStorage();
    }

    /// <summary>Options that are checked at start-up and can be asked for by their own type.</summary>
    public static void AddOptionsOf<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class
    {
        services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
    }

    /// <summary>One JSON object a line where machines read the log; plain lines for a developer.</summary>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.ClearProviders().AddJsonConsole(console => console.UseUtcTimestamp = true);
        }
    }
}
