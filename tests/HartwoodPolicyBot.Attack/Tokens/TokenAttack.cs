using System.Net;
using HartwoodPolicyBot.Attack.Common;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Authentication;
using HartwoodPolicyBot.Tests.BotBuilder;

namespace HartwoodPolicyBot.Attack.Tokens;

/// <summary>
/// Sends forged requests, and well-signed tokens that are unusual, and compares the bot's verdict with the one that is due.
/// </summary>
internal static class TokenAttack
{
    public static async Task<IReadOnlyList<AttackRow>> RunAsync()
    {
        await using var bot = new AuthenticatedHost();
        PublishedKeys.Publish(bot);
        await bot.InitializeAsync();
        await FetchKeysAsync(bot);
        var wrong = new List<string>();
        foreach (var forgery in Forgeries.All)
        {
            var chat = bot.Chat();
            using var response = await bot.Http.SendAsync(forgery.Request(bot, chat));
            if ($"{(int)response.StatusCode}" != forgery.Here || chat.Sent.Count > 0)
            {
                wrong.Add($"{forgery.Name}: {(int)response.StatusCode}, {chat.Sent.Count} messages; due {forgery.Here}");
            }
        }

        foreach (var variant in TokenVariants.All)
        {
            var attempt = await bot.AskAsync(variant.Make(bot, FakeBotFramework.Claims(bot.ServiceUrl)));
            if ((attempt.Sent.Count > 0) != variant.IsAccepted || (int)attempt.Status >= 500)
            {
                wrong.Add($"{variant.Name}: {(int)attempt.Status}, {attempt.Sent.Count} messages; due {Due(variant.IsAccepted)}");
            }
        }

        var compared = await CompareAsync(bot, wrong);
        wrong.ForEach(Console.WriteLine);
        return [.. Rows(wrong.Count, compared)];
    }

    /// <summary>Waits until the bot has the signing keys: on a busy machine the first fetch may take too long.</summary>
    private static async Task FetchKeysAsync(AuthenticatedHost bot)
    {
        for (var tries = 0; tries < 10 && (await bot.AskAsync(bot.Bearer())).Status == HttpStatusCode.ServiceUnavailable; tries++)
        {
            bot.Time.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private static IEnumerable<AttackRow> Rows(int wrong, string compared)
    {
        var kinder = TokenVariants.All.Where(variant => variant.IsAccepted && !variant.JavaScriptAccepts).ToList();
        foreach (var variant in kinder)
        {
            Console.WriteLine($"accepted here, refused by the JavaScript SDK: {variant.Name}, because {variant.Reason ?? "?"}");
        }

        yield return AttackRow.Count(
            $"{Forgeries.All.Count} forged requests, {TokenVariants.All.Count} unusual tokens: wrong verdicts",
            wrong
        );
        yield return new(
            $"tokens accepted that the JavaScript SDK refuses ({compared})",
            $"{kinder.Count}, of these without a reason {kinder.Count(variant => variant.Reason is null)}",
            "those with a reason",
            kinder.TrueForAll(variant => variant.Reason is not null)
        );
    }

    /// <summary>Checks the noted verdicts of the JavaScript SDK against the SDK itself, where it is installed.</summary>
    private static async Task<string> CompareAsync(AuthenticatedHost bot, List<string> wrong)
    {
        if (!JavaScriptSdk.IsThere)
        {
            return "as noted on 28 November 2026";
        }

        var tokens = TokenVariants.All.Select(variant => variant.Make(bot, FakeBotFramework.Claims(bot.ServiceUrl)));
        var verdicts = await JavaScriptSdk.AskAsync(bot.BotFramework.Address, BotIdentities.App, bot.ServiceUrl, tokens);
        foreach (var (variant, accepts) in TokenVariants.All.Zip(verdicts))
        {
            if (accepts != variant.JavaScriptAccepts)
            {
                wrong.Add($"{variant.Name}: the JavaScript SDK says {Due(accepts)}, noted {Due(variant.JavaScriptAccepts)}");
            }
        }

        return "asked";
    }

    private static string Due(bool accepted) => accepted ? "accepted" : "refused";
}
