using System.Text.Json;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Teams.Authentication;

/// <summary>
/// Checks that an activity is complete, and that its channel, service URL and tenant match its token, before the bot reads its
/// content. A failed check is a few words for the log.
/// </summary>
public sealed class ActivityRules(BotIdentity identity, ServiceHosts hosts)
{
    /// <summary>The only channel that the bot accepts, because only Teams identifies the practice's people.</summary>
    public const string TeamsChannel = "msteams";

    /// <summary>
    /// The longest id that is let in, in characters. Teams' ids are far shorter; one of 20,000 would stand in keys and addresses, and
    /// in cards that are then too large to send.
    /// </summary>
    public const int LongestId = 512;

    /// <summary>
    /// Returns what is missing from <paramref name="activity"/>, unreadable or too long, or null. It is answered with 400.
    /// </summary>
    public static string? Incomplete(TeamsActivity? activity) =>
        activity switch
        {
            null => "no activity",
            { Type: null or "" } => "no type",
            { Conversation.Id: null or "" } or { Conversation: null } => "no conversation",
            { From.Id: null or "" } or { From: null } => "no sender",
            _ when !IsAddress(activity.ServiceUrl) => "no service URL",
            { Value: { } value } when !IsReadable(value) => "half a character",
            _ when IdsOf(activity).Any(id => id?.Length > LongestId) => "an id that is too long",
            _ => null,
        };

    /// <summary>
    /// Says whether it is an address. .NET also takes text with line breaks for one, and fails when it is asked for its parts.
    /// </summary>
    private static bool IsAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out _) && !address.Any(char.IsControl) && !address.StartsWith(' ');

    private static IEnumerable<string?> IdsOf(TeamsActivity activity) =>
        [
            activity.Id,
            activity.ReplyToId,
            activity.Conversation?.Id,
            activity.From?.Id,
            activity.From?.AadObjectId,
            activity.Recipient?.Id,
            activity.ChannelData?.Team?.Id,
            activity.ChannelData?.Channel?.Id,
            activity.ChannelData?.Settings?.SelectedChannel?.Id,
        ];

    /// <summary>Returns why a complete activity is not for this bot, or null. It is answered with 403.</summary>
    public string? Foreign(TeamsActivity activity, TokenVerdict caller)
    {
        if (!hosts.Allow(new Uri(activity.ServiceUrl!, UriKind.Absolute)))
        {
            return "service URL on a host that is not allowed";
        }

        if (!identity.HasCredentials)
        {
            return null;
        }

        if (activity.ChannelId != TeamsChannel || caller.Endorsements?.Contains(TeamsChannel) != true)
        {
            return "not endorsed for Teams";
        }

        if (!SameAddress(caller.ServiceUrl, activity.ServiceUrl))
        {
            return "service URL differs from the token's";
        }

        return IsOurTenant(activity) ? null : "tenant not allowed";
    }

    /// <summary>
    /// Returns whether all text can be read. JSON can contain half a surrogate pair ("\ud800"), and reading that later would
    /// fail in the middle of a turn.
    /// </summary>
    private static bool IsReadable(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Object => value.EnumerateObject().All(property => property.Name is not null && IsReadable(property.Value)),
                JsonValueKind.Array => value.EnumerateArray().All(IsReadable),
                JsonValueKind.String => value.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private bool IsOurTenant(TeamsActivity activity)
    {
        string?[] named = [activity.Conversation?.TenantId, activity.ChannelData?.Tenant?.Id];
        var tenants = named.OfType<string>().ToList();
        return tenants.Count > 0 && tenants.All(tenant => tenant.Equals(identity.MicrosoftAppTenantId, StringComparison.OrdinalIgnoreCase));
    }

    private static bool SameAddress(string? claimed, string? actual) =>
        claimed is { Length: > 0 }
        && actual is not null
        && string.Equals(claimed.TrimEnd('/'), actual.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
