namespace HartwoodPolicyBot.Teams.Authentication;

/// <summary>
/// Who the bot is to Azure and Teams. The keys stand at the root of configuration and are the SDK's own.
/// </summary>
/// <remarks>Source: Bot Framework SDK, ConfigurationServiceClientCredentialFactory. Multi-tenant bots can no longer be
/// made and are not offered.</remarks>
public sealed class BotIdentity
{
    public const string SingleTenant = "SingleTenant";
    public const string UserAssignedMsi = "UserAssignedMSI";

    /// <summary>SingleTenant (with a password) or UserAssignedMSI (without). Never guessed.</summary>
    public string? MicrosoftAppType { get; set; }

    /// <summary>The bot's application id in Entra; empty only in Development.</summary>
    public string? MicrosoftAppId { get; set; }

    /// <summary>The practice's tenant: the only one whose people are answered.</summary>
    public string? MicrosoftAppTenantId { get; set; }

    public string? MicrosoftAppPassword { get; set; }

    /// <summary>The signing keys of the Bot Connector. Another address only for tests and sovereign clouds.</summary>
    public string ToBotFromChannelOpenIdMetadataUrl { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Who issues the Bot Connector's tokens.</summary>
    public string ToBotFromChannelTokenIssuer { get; set; } = "https://api.botframework.com";

    /// <summary>What the bot's own tokens are for.</summary>
    public string ToChannelFromBotOAuthScope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>Where the bot gets its own tokens; the tenant is added.</summary>
    public string ToChannelFromBotLoginUrl { get; set; } = "https://login.microsoftonline.com/";

    public bool HasCredentials => !string.IsNullOrWhiteSpace(MicrosoftAppId);
}
