namespace HartwoodPolicyBot.Teams.Authentication;

/// <summary>
/// Holds the bot's identity in Azure and Teams. The keys are at the root of the configuration and have the SDK's names.
/// </summary>
/// <remarks>
/// Source: Bot Framework SDK, ConfigurationServiceClientCredentialFactory. Multi-tenant bots can no longer be created, so they
/// are not supported.
/// </remarks>
public sealed class BotIdentity
{
    public const string SingleTenant = "SingleTenant";
    public const string UserAssignedMsi = "UserAssignedMSI";

    /// <summary>SingleTenant (with a password) or UserAssignedMSI (without). There is no default.</summary>
    public string? MicrosoftAppType { get; set; }

    /// <summary>The bot's application id in Entra; empty only in Development.</summary>
    public string? MicrosoftAppId { get; set; }

    /// <summary>The practice's tenant. The bot answers only people from this tenant.</summary>
    public string? MicrosoftAppTenantId { get; set; }

    public string? MicrosoftAppPassword { get; set; }

    /// <summary>The address of the Bot Connector's signing keys. Change it only for tests and sovereign clouds.</summary>
    public string ToBotFromChannelOpenIdMetadataUrl { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>The issuer of the Bot Connector's tokens.</summary>
    public string ToBotFromChannelTokenIssuer { get; set; } = "https://api.botframework.com";

    /// <summary>The scope of the bot's own tokens.</summary>
    public string ToChannelFromBotOAuthScope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>The address where the bot gets its own tokens; the tenant is added to it.</summary>
    public string ToChannelFromBotLoginUrl { get; set; } = "https://login.microsoftonline.com/";

    public bool HasCredentials => !string.IsNullOrWhiteSpace(MicrosoftAppId);
}
