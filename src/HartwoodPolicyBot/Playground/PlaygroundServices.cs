namespace HartwoodPolicyBot.Playground;

/// <summary>Starts the Agents Playground beside the bot: section <c>Playground</c>, in Development without credentials only.</summary>
internal sealed class PlaygroundOptions
{
    public bool Enabled { get; set; }

    /// <summary>The port of its page; it takes another when this one is in use, and says which.</summary>
    public int Port { get; set; } = 56150;
}

internal static class PlaygroundServices
{
    public static IServiceCollection AddPlayground(this IServiceCollection services, WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Playground").Get<PlaygroundOptions>() ?? new PlaygroundOptions();
        var hasCredentials = !string.IsNullOrWhiteSpace(builder.Configuration["MicrosoftAppId"]);
        return options.Enabled && builder.Environment.IsDevelopment() && !hasCredentials
            ? services.AddSingleton(options).AddHostedService<PlaygroundProcess>()
            : services;
    }
}
