using System.Net;
using HartwoodPolicyBot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Authentication;

/// <summary>In Development without credentials, the bot trusts every caller on this machine and no other.</summary>
public sealed class WithoutCredentialsTests(WithoutCredentialsTests.FarHost bot) : IClassFixture<WithoutCredentialsTests.FarHost>
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task This_machine_may_call_the_bot(string address)
    {
        bot.Caller = IPAddress.Parse(address);
        var chat = bot.Chat();

        await chat.SayAsync("help");

        Assert.Equal(HttpStatusCode.OK, chat.Status);
        Assert.Single(chat.Sent);
    }

    [Theory]
    [InlineData("192.168.1.20")]
    [InlineData("::ffff:10.0.0.5")]
    [InlineData("2001:db8::1")]
    [InlineData("0.0.0.0")]
    [InlineData(null)]
    public async Task Another_machine_may_not_call_the_bot_whatever_token_it_shows(string? address)
    {
        bot.Caller = address is null ? null : IPAddress.Parse(address);
        var (chat, logged) = (bot.Chat(), bot.Log.All.Count);

        foreach (var bearer in new[] { null, "Bearer anything" })
        {
            using var response = await bot.PostAsync(chat.Activity("message").ToJsonString(), bearer: bearer);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        Assert.Empty(chat.Sent);
        Assert.Equal(
            Enumerable.Repeat("Warning: Activity refused with 401: no credentials set, and the caller is not on this machine", 2),
            bot.Log.All.Skip(logged)
        );
    }

    /// <summary>Runs a bot whose callers seem to come from an address that the test chooses.</summary>
    public sealed class FarHost : BotHost, IStartupFilter
    {
        public IPAddress? Caller { get; set; }

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (http, following) =>
                    {
                        http.Connection.RemoteIpAddress = Caller;
                        return following(http);
                    }
                );
                next(app);
            };

        protected override void Configure(IServiceCollection services) => services.AddSingleton<IStartupFilter>(this);
    }
}
