using System.Net;
using Microsoft.IdentityModel.Tokens;

namespace HartwoodPolicyBot.Tests.Authentication;

/// <summary>
/// Signing keys are downloaded and renewed. Each test has a separate bot, because the time of the last download matters.
/// </summary>
public sealed class SigningKeyTests : IAsyncLifetime
{
    private readonly AuthenticatedHost bot = new();

    public Task InitializeAsync() => bot.InitializeAsync();

    public Task DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task The_keys_are_downloaded_once_for_many_turns()
    {
        for (var turn = 0; turn < 5; turn++)
        {
            (await bot.AskAsync(bot.Bearer())).AssertAnswered();
        }

        Assert.Equal(1, bot.BotFramework.Documents);
    }

    [Fact]
    public async Task Keys_of_less_than_half_a_day_are_not_downloaded_again()
    {
        for (var hour = 0; hour < 11; hour++)
        {
            (await bot.AskAsync(bot.Bearer())).AssertAnswered();
            bot.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(1, bot.BotFramework.Documents);
    }

    [Fact]
    public async Task The_first_token_by_a_new_key_is_accepted_without_a_restart()
    {
        (await bot.AskAsync(bot.Bearer())).AssertAnswered();
        bot.Time.Advance(TimeSpan.FromHours(1));
        var next = FakeBotFramework.NewKey("next");
        bot.BotFramework.Publish(next);

        (await bot.AskAsync(BearerBy(next))).AssertAnswered();
        (await bot.AskAsync(bot.Bearer())).AssertAnswered();
    }

    [Fact]
    public async Task Simultaneous_tokens_by_a_new_key_are_all_accepted_after_one_download()
    {
        (await bot.AskAsync(bot.Bearer())).AssertAnswered();
        bot.Time.Advance(TimeSpan.FromHours(1));
        var next = FakeBotFramework.NewKey("next");
        bot.BotFramework.Publish(next);

        var attempts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bot.AskAsync(BearerBy(next))));

        Assert.All(attempts, attempt => Assert.Equal(HttpStatusCode.OK, attempt.Status));
        Assert.Equal(2, bot.BotFramework.Documents);
    }

    [Fact]
    public async Task A_withdrawn_key_is_refused_within_a_day()
    {
        (await bot.AskAsync(bot.Bearer())).AssertAnswered();
        bot.BotFramework.Publish(FakeBotFramework.NewKey("next"));
        bot.BotFramework.Withdraw(bot.BotFramework.Key);
        bot.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.AskAsync(bot.Bearer())).Status);
    }

    [Fact]
    public async Task Forged_keys_do_not_make_the_bot_download_the_keys_at_every_request()
    {
        (await bot.AskAsync(bot.Bearer())).AssertAnswered();
        bot.Time.Advance(TimeSpan.FromHours(1));
        var forger = FakeBotFramework.NewKey("forged");

        for (var turn = 0; turn < 20; turn++)
        {
            (await bot.AskAsync(BearerBy(new(forger.Rsa) { KeyId = $"forged-{turn}" }))).AssertRefused(
                HttpStatusCode.Unauthorized,
                nameof(SecurityTokenSignatureKeyNotFoundException)
            );
        }

        Assert.Equal(2, bot.BotFramework.Documents);
        (await bot.AskAsync(bot.Bearer())).AssertAnswered();
    }

    [Fact]
    public async Task Everybody_is_refused_until_the_key_document_can_be_downloaded()
    {
        bot.BotFramework.IsDown = true;
        for (var turn = 0; turn < 20; turn++)
        {
            (await bot.AskAsync(bot.Bearer())).AssertRefused(HttpStatusCode.ServiceUnavailable, "signing keys unreachable");
        }

        Assert.Equal(1, bot.BotFramework.Documents);
        bot.BotFramework.IsDown = false;
        bot.Time.Advance(TimeSpan.FromMinutes(1));

        (await bot.AskAsync(bot.Bearer())).AssertAnswered();
    }

    [Fact]
    public async Task Known_keys_stay_valid_for_a_day_while_the_key_document_is_unavailable()
    {
        (await bot.AskAsync(bot.Bearer())).AssertAnswered();
        bot.BotFramework.IsDown = true;
        bot.Time.Advance(TimeSpan.FromHours(20));
        var logged = bot.Log.Next(line => line.Contains("signing keys could not be refreshed", StringComparison.Ordinal));
        var during = await bot.AskAsync(bot.Bearer());
        Assert.Equal((HttpStatusCode.OK, 1), (during.Status, during.Sent.Count));
        await logged.WaitAsync(TimeSpan.FromSeconds(30));

        bot.Time.Advance(TimeSpan.FromHours(5));
        (await bot.AskAsync(bot.Bearer())).AssertRefused(HttpStatusCode.ServiceUnavailable, "signing keys unreachable");
    }

    [Fact]
    public async Task Nobody_whose_key_is_known_waits_for_a_slow_key_server()
    {
        (await bot.AskAsync(bot.Bearer())).AssertAnswered();
        bot.BotFramework.Slow = new();
        bot.Time.Advance(TimeSpan.FromHours(13));

        for (var turn = 0; turn < 20; turn++)
        {
            (await bot.AskAsync(bot.Bearer()).WaitAsync(TimeSpan.FromSeconds(4))).AssertAnswered();
        }

        Assert.Equal(2, bot.BotFramework.Documents);
        bot.BotFramework.Slow.SetResult();
    }

    [Fact]
    public async Task A_document_without_keys_does_not_replace_the_known_ones()
    {
        (await bot.AskAsync(bot.Bearer())).AssertAnswered();
        bot.BotFramework.Withdraw(bot.BotFramework.Key);
        bot.BotFramework.Withdraw(bot.BotFramework.ForWebChat);
        bot.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.AskAsync(BearerBy(FakeBotFramework.NewKey("unknown")))).Status);
        (await bot.AskAsync(bot.Bearer())).AssertAnswered();
    }

    [Fact]
    public async Task The_endorsements_are_those_of_the_key_that_signed_when_two_have_the_same_id()
    {
        var sameId = FakeBotFramework.NewKey(bot.BotFramework.Key.KeyId);
        bot.BotFramework.Publish(sameId, "webchat");

        (await bot.AskAsync(bot.Bearer())).AssertAnswered();
        (await bot.AskAsync(BearerBy(sameId))).AssertRefused(HttpStatusCode.Forbidden, "not endorsed for Teams");
    }

    [Fact]
    public async Task A_short_key_is_not_used_although_it_is_published()
    {
        var weak = FakeBotFramework.NewKey("weak", bits: 1024);
        bot.BotFramework.Publish(weak);

        (await bot.AskAsync(bot.Bearer())).AssertAnswered();
        (await bot.AskAsync(BearerBy(weak))).AssertRefused(HttpStatusCode.Unauthorized, nameof(SecurityTokenSignatureKeyNotFoundException));
    }

    [Fact]
    public async Task A_key_that_is_published_for_encryption_does_not_sign()
    {
        bot.BotFramework.Use = "enc";

        (await bot.AskAsync(bot.Bearer())).AssertRefused(HttpStatusCode.ServiceUnavailable, "signing keys unreachable");
    }

    private string BearerBy(RsaSecurityKey key) => FakeBotFramework.Bearer(FakeBotFramework.Claims(bot.ServiceUrl), key);
}
