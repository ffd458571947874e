using HartwoodPolicyBot.Core.Delivery;

namespace HartwoodPolicyBot.Bot.Files;

/// <summary>Handing over files, as services. A feature adds its <see cref="IFileContent"/>.</summary>
internal static class FileServices
{
    public static IServiceCollection AddFileHandover(this IServiceCollection services)
    {
        services.AddSingleton<FileOffers>();
        services.AddSingleton<FileHandover>();
        services.AddSingleton<FileMaker>();
        services.AddSingleton<FileSender>();
        services.AddSingleton<FileRefusals>();
        return services.AddSingleton<IConversation, FileConversation>();
    }
}
