using System.Security.Cryptography;
using HartwoodPolicyBot.Tests.Authentication;
using Microsoft.IdentityModel.Tokens;

namespace HartwoodPolicyBot.Attack.Tokens;

/// <summary>Makes unusual keys that the Bot Connector's document lists from the start.</summary>
internal static class PublishedKeys
{
    private static readonly Dictionary<string, RsaSecurityKey> Made = new(StringComparer.Ordinal);

    /// <summary>Publishes every key, before the bot fetches the document for the first time.</summary>
    public static void Publish(AuthenticatedHost bot)
    {
        _ = Of(bot, "small", 1024, "msteams");
        _ = Of(bot, "large", 4096, "msteams");
        _ = Of(bot, "unendorsed", 2048, "");
        _ = Of(bot, "capitals", 2048, "MSTEAMS");
    }

    public static RsaSecurityKey Of(AuthenticatedHost bot, string kid, int bits, string endorsement)
    {
        if (!Made.TryGetValue(kid, out var key))
        {
            key = Made[kid] = new RsaSecurityKey(RSA.Create(bits)) { KeyId = kid };
            bot.BotFramework.Publish(key, endorsement);
        }

        return key;
    }
}
