namespace HartwoodPolicyBot.Playground;

/// <summary>
/// Says whether the Agents Playground starts with the bot; configuration section <c>Playground</c>. It does so only in
/// Development without credentials.
/// </summary>
internal sealed class PlaygroundOptions
{
    public bool Enabled { get; set; }

    /// <summary>The port of its page. If the port is in use, the Playground takes another and prints it.</summary>
    public int Port { get; set; } = 56150;
}

/// <summary>Registers the service that starts the Agents Playground.</summary>
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
