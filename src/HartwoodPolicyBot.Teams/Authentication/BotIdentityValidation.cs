using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HartwoodPolicyBot.Teams.Authentication;

/// <summary>Stops the start if the bot's identity is incomplete or unsafe.</summary>
public sealed class BotIdentityValidation(IHostEnvironment environment) : IValidateOptions<BotIdentity>
{
    public ValidateOptionsResult Validate(string? name, BotIdentity options)
    {
        if (!options.HasCredentials)
        {
            return environment.IsDevelopment()
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    "MicrosoftAppId is missing. Without it nothing can be authenticated, so the bot starts without it in Development only."
                );
        }

        return Fault(options) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }

    private static string? Fault(BotIdentity options) =>
        options switch
        {
            { MicrosoftAppId: var id } when !IsPlainGuid(id) =>
                "MicrosoftAppId is not a GUID, such as 11111111-2222-3333-4444-555555555555.",
            { MicrosoftAppTenantId: var tenant } when !IsPlainGuid(tenant) =>
                "MicrosoftAppTenantId is missing or not a GUID, such as 11111111-2222-3333-4444-555555555555.",
            { MicrosoftAppType: BotIdentity.SingleTenant, MicrosoftAppPassword: null or "" } =>
                "MicrosoftAppPassword is missing; MicrosoftAppType SingleTenant needs one.",
            { MicrosoftAppType: BotIdentity.UserAssignedMsi, MicrosoftAppPassword: not (null or "") } =>
                "MicrosoftAppPassword is set, but MicrosoftAppType is UserAssignedMSI; remove one of the two.",
            { MicrosoftAppType: not (BotIdentity.SingleTenant or BotIdentity.UserAssignedMsi) } =>
                "MicrosoftAppType must be SingleTenant or UserAssignedMSI.",
            _ when !IsSafe(options.ToBotFromChannelOpenIdMetadataUrl) =>
                "ToBotFromChannelOpenIdMetadataUrl must be an https address (http only on this machine).",
            _ when !IsSafe(options.ToChannelFromBotLoginUrl) =>
                "ToChannelFromBotLoginUrl must be an https address (http only on this machine).",
            _ => null,
        };

    /// <summary>
    /// Returns whether the id is a GUID with hyphens and without braces. Tokens are compared with it character by character, so
    /// another form would match none.
    /// </summary>
    private static bool IsPlainGuid(string? id) => Guid.TryParseExact(id, "D", out _);

    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
