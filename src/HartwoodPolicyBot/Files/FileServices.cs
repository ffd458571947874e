using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Files;

/// <summary>Handing over files, as services. A feature adds its <see cref="IFileContent"/>.</summary>
internal static class FileServices
{
    public static IServiceCollection AddFileHandover(this IServiceCollection services)
    {
        services.AddSingleton<FileOffers>();
        services.AddSingleton<FileHandover>();
        services.AddSingleton<FileMaker>();
        services.AddSingleton<FileSender>();
        services.AddSingleton<FileRefusalLog>();
        services.AddSingleton(FileAudit.Words);
        return services.AddSingleton<IConversation, FileConversation>();
    }
}
