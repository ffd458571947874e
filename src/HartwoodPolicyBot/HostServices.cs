using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot;

/// <summary>Adds what the program itself needs: the log, and the database with what moves to new practice managers at a start.</summary>
internal static class HostServices
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<StorageOptions>(configuration, "Storage");
        services.AddSingleton<UnitOfWork>();
        services.AddSingleton<ManagerHandover>();
        return services.AddStorage();
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
