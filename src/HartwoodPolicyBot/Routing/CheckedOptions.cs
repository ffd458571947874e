using Microsoft.Extensions.Options;

namespace HartwoodPolicyBot.Routing;

/// <summary>Adds a section of the configuration as a type of its own.</summary>
internal static class CheckedOptions
{
    /// <summary>Options that are checked at start-up and can be asked for by their own type.</summary>
    public static void AddOptionsOf<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class
    {
        services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
    }
}
