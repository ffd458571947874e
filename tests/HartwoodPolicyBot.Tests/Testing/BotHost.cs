using System.Text;
using System.Text.Json;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Jobs;
using HartwoodPolicyBot.Start;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Testing;

/// <summary>Runs the real bot on a real port with a real database, and a fake Teams beside it.</summary>
public class BotHost : IAsyncLifetime, IAsyncDisposable
{
    private static readonly SemaphoreSlim Starting = new(1, 1);
    private static volatile bool hasStarted;
    private readonly string folder = Directory.CreateTempSubdirectory("hartwood").FullName;
    private readonly Dictionary<string, string?> settings = [];
    private Factory? factory;

    public FakeTeams Teams { get; } = new();

    public FakeTime Time { get; } = new();

    public LogLines Log { get; } = new();

    private string DatabaseFolder => Path.Combine(folder, "database");

    private string DatabaseFile => Path.Combine(DatabaseFolder, "test.db");

    private StorageOptions OwnStorage => new() { ConnectionString = $"Data Source={DatabaseFile}" };

    public HttpClient Http { get; private set; } = null!;

    /// <summary>
    /// Says whether timed work runs by the fake clock. Off by default, because its timers would move the time of tests that jump from
    /// timer to timer.
    /// </summary>
    public bool HasClocks { get; init; }

    public IServiceProvider Services => factory!.Services;

    /// <summary>Starts a bot for one test alone, for tests that change settings or break things.</summary>
    public static async Task<BotHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var host = new BotHost();
        foreach (var (key, value) in settings)
        {
            host.With(key, value);
        }

        await host.InitializeAsync();
        return host;
    }

    /// <summary>Sets a configuration key before the start.</summary>
    public BotHost With(string key, string? value)
    {
        settings[key] = value;
        return this;
    }

    public async Task InitializeAsync()
    {
        await Teams.StartAsync();
        Directory.CreateDirectory(DatabaseFolder);
        if (!settings.Keys.Any(key => key.StartsWith("Storage:", StringComparison.Ordinal)))
        {
            await MigratedDatabase.CopyToAsync(DatabaseFile);
        }

        factory = new Factory(this);

        // Given a port here, the factory would set it while the program is already starting, and would sometimes be too late.
        factory.UseKestrel();
        await StartServerAsync(factory);
        var address = factory
            .Services.GetRequiredService<IServer>()
            .Features.GetRequiredFeature<IServerAddressesFeature>()
            .Addresses.First();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(30) })
        {
            BaseAddress = new Uri(address),

            // The first check of a post waits until it is learned from the bank, beside all the other tests.
            Timeout = TimeSpan.FromMinutes(5),
        };
    }

    public async Task DisposeAsync()
    {
        Http?.Dispose();
        if (factory is not null)
        {
            await factory.DisposeAsync();
        }

        await Teams.DisposeAsync();
        ConnectionPool.Clear(OwnStorage);
        Directory.Delete(folder, recursive: true);
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    /// <summary>Creates a person who writes to the bot, in their own chat unless said otherwise.</summary>
    public Chat Chat(string? kind = "personal") => new(this, kind);

    /// <summary>Sends raw bytes to the bot, as anybody on the network could.</summary>
    public async Task<HttpResponseMessage> PostAsync(string body, string contentType = "application/json", string? bearer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(body, Encoding.UTF8, contentType),
        };

        // The bot refuses a large body before it reads it. With "Expect: 100-continue" the client waits, so its connection is not cut
        // off while it sends.
        request.Headers.ExpectContinue = body.Length > 200_000;
        if (bearer is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", bearer);
        }

        return await Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(object activity, string? bearer = null) =>
        PostAsync(JsonSerializer.Serialize(activity), bearer: bearer);

    /// <summary>Reads the database as it is now.</summary>
    public async Task<T> ReadAsync<T>(Func<HartwoodDbContext, Task<T>> read)
    {
        await using var database = await Services.GetRequiredService<IDbContextFactory<HartwoodDbContext>>().CreateDbContextAsync();
        return await read(database);
    }

    /// <summary>
    /// Takes the database away, so that it cannot be opened. This happens in one step, because the bot goes on working and would
    /// create a deleted file again. The pools are emptied afterwards, so that no open file is left.
    /// </summary>
    public void BreakDatabase()
    {
        Directory.Move(DatabaseFolder, Path.Combine(folder, "gone"));
        ConnectionPool.Clear(OwnStorage);
    }

    /// <summary>Opens the bot's database as another program would.</summary>
    public Microsoft.Data.Sqlite.SqliteConnection OpenBeside()
    {
        var connection = new Microsoft.Data.Sqlite.SqliteConnection($"{OwnStorage.ConnectionString};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Registers other services for one kind of test.</summary>
    protected virtual void Configure(IServiceCollection services) { }

    /// <summary>
    /// Lets one bot start alone, before any other. The attributes that check settings are made once for all bots of a process, and two
    /// that use one for the first time at the same moment can fail in it.
    /// </summary>
    private static async Task StartServerAsync(Factory factory)
    {
        if (hasStarted)
        {
            factory.StartServer();
            return;
        }

        await Starting.WaitAsync();
        try
        {
            factory.StartServer();
            hasStarted = true;
        }
        finally
        {
            Starting.Release();
        }
    }

    private sealed class Factory(BotHost host) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("urls", "http://127.0.0.1:0");
            builder.UseSetting("Playground:Enabled", "false");
            builder.UseSetting("hostBuilder:reloadConfigOnChange", "false");

            // Longer than any automatic jump of the fake clock, because a sweep must not move the time of other tests.
            builder.UseSetting("Delivery:Sweep", "1.00:00:00");
            builder.UseSetting("Incidents:ServiceUrl", host.Teams.ServiceUrl.AbsoluteUri);
            builder.UseSetting("Storage:ConnectionString", host.OwnStorage.ConnectionString);
            builder.UseSetting("Incidents:FollowUpKey", "a key for tests that is long enough");
            foreach (var (key, value) in host.settings)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureTestServices(services =>
            {
                if (!host.settings.Keys.Any(key => key.StartsWith("Policies:", StringComparison.Ordinal)))
                {
                    SharedContent.Share(services);
                }

                services.AddSingleton<TimeProvider>(host.Time);
                services.AddLogging(logging =>
                    logging
                        .ClearProviders()
                        .AddProvider(host.Log)
                        // How slow the machine of the tests is says nothing about the bot.
                        .AddFilter<LogLines>("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error)
                );

                // It would stop all other tests, at each start.
                services.Remove(services.Single(service => service.ImplementationType == typeof(MemoryAfterStart)));
                services.Remove(services.Single(service => service.ImplementationType == typeof(AfterStart)));
                if (!host.HasClocks)
                {
                    services.Remove(services.Single(service => service.ImplementationType == typeof(Quartz.QuartzHostedService)));
                    services.Remove(services.Single(service => service.ImplementationType == typeof(DatabaseRefresh)));
                }

                host.Configure(services);
            });
        }
    }
}
