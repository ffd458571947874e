using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Files;

/// <summary>Registers the services that hand files over. Each feature registers its own <see cref="IFileContent"/>.</summary>
internal static class FileServices
{
    public static IServiceCollection AddFileHandover(this IServiceCollection services)
    {
        services.AddSingleton<FileRequestLimit>();
        services.AddTrustedProxies();
        services.AddSingleton<FileOffers>();
        services.AddSingleton<FileHandover>();
        services.AddSingleton<FileMaker>();
        services.AddSingleton<FileSender>();
        services.AddSingleton<FileRefusalLog>();
        services.AddSingleton(FileAudit.Words);
        return services.AddSingleton<IConversation, FileConversation>();
    }
}
