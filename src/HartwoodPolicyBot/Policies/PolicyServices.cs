using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Policies;

/// <summary>Everything about the policies as services.</summary>
internal static class PolicyServices
{
    private const string AskedNextFile = "Content/asked-next.json";

    public static IServiceCollection AddPolicies(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<PolicyOptions>(configuration, "Policies");
        services.AddOptionsOf<PrivacyOptions>(configuration, "Privacy");
        services.AddSingleton(provider => PolicyLibrary.Load(InProgramFolder(provider.GetRequiredService<PolicyOptions>().Folder)));
        services.AddSingleton(provider => AskedNext.Load(
            InProgramFolder(AskedNextFile), provider.GetRequiredService<PolicyLibrary>(), provider.GetRequiredService<ILogger<AskedNext>>()));
        services.AddSingleton<Abstention>();
        services.AddSingleton<QuestionLog>();
        services.AddSingleton<PolicyAnswers>();
        services.AddSingleton<PolicyConversation>();
        services.AddSingleton<IConversation>(provider => provider.GetRequiredService<PolicyConversation>());
        return services.AddHostedService<QuestionRetention>();
    }

    /// <summary>What ships with the program is found wherever the program is started from.</summary>
    private static string InProgramFolder(string path) => Path.Combine(AppContext.BaseDirectory, path);
}
