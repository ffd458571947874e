using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Start;

namespace HartwoodPolicyBot;

/// <summary>
/// Registers what the program itself needs: the log, the database, and the handover to new practice managers at the start.
/// </summary>
internal static class HostServices
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<StorageOptions>(configuration, "Storage");
        services.AddSingleton<UnitOfWork>();
        services.AddSingleton<ManagerHandover>();
        return services.AddStorage();
    }

    /// <summary>Adds what is done when the server already listens: the bot's check of itself, and the rehearsal of all commands.</summary>
    public static IServiceCollection AddAfterStart(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<StartOptions>(configuration, "Start");
        return services
            .AddSingleton(new RehearsalServices(services))
            .AddSingleton<Rehearsal>()
            .AddSingleton<SelfCheck>()
            .AddHostedService<AfterStart>();
    }

    /// <summary>Logs one JSON object a line for machines, and plain lines for a developer.</summary>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            builder
                .Logging.ClearProviders()
                .AddJsonConsole(console =>
                {
                    console.UseUtcTimestamp = true;
                    // Without a format, the lines have no time at all.
                    console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
                });
        }
    }
}
