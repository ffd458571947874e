using Microsoft.Extensions.Options;

namespace HartwoodPolicyBot.Routing;

/// <summary>Registers a section of the configuration as an options type.</summary>
internal static class CheckedOptions
{
    /// <summary>Adds options that are validated at the start and can be injected by their own type.</summary>
    public static void AddOptionsOf<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class
    {
        services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
    }
}
