using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using HartwoodPolicyBot.BotBuilder;
using HartwoodPolicyBot.BotBuilder.Authentication;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Testing;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.BotBuilder;

/// <summary>Says which parts of the SDK may be used, and where.</summary>
public sealed class SdkRuleTests(BotHost bot) : IClassFixture<BotHost>
{
    /// <summary>
    /// Lists the SDK types that are unsafe in every use: see the table of <see cref="StockAdapterTests"/>, and the README beside the
    /// adapter.
    /// </summary>
    private static readonly string[] Banned =
    [
        nameof(CloudAdapter),
        nameof(ConfigurationBotFrameworkAuthentication),
        nameof(BotFrameworkAuthenticationFactory),
        "BotFrameworkHttpAdapter",
        "EmulatorValidation",
        "JwtTokenValidation",
        nameof(MsalAppCredentials),
        nameof(MicrosoftAppCredentials),
        nameof(ManagedIdentityAppCredentials),
    ];

    private static readonly Assembly Edge = typeof(TeamsAdapter).Assembly;

    [Fact]
    public void The_adapter_and_the_authentication_are_the_bots_own_types()
    {
        Assert.IsType<TeamsAdapter>(bot.Services.GetRequiredService<IBotFrameworkHttpAdapter>());
        Assert.IsType<TeamsAuthentication>(bot.Services.GetRequiredService<BotFrameworkAuthentication>());
        Assert.Null(bot.Services.GetService<CloudAdapter>());
        Assert.Null(bot.Services.GetService<BotAdapter>());
        Assert.Null(bot.Services.GetService<ConfigurationBotFrameworkAuthentication>());
        Assert.Null(bot.Services.GetService<ServiceClientCredentialsFactory>());
    }

    [Fact]
    public void No_unsafe_type_of_the_SDK_is_used()
    {
        var mentioned = TypesMentionedIn(Edge);

        Assert.Contains(nameof(CloudAdapterBase), mentioned);
        Assert.Empty(mentioned.Intersect(Banned));
    }

    [Fact]
    public void Only_the_Bot_Builder_project_uses_the_SDK_and_the_libraries_that_it_brings()
    {
        Assert.Contains(ReferencesOf(Edge), IsSdk);
        Assert.All(
            [typeof(ITurn).Assembly, typeof(Program).Assembly, typeof(PolicyLibrary).Assembly, typeof(AdaptiveCards.AdaptiveCard).Assembly],
            assembly => Assert.DoesNotContain(ReferencesOf(assembly), IsSdk)
        );
    }

    private static bool IsSdk(string name) =>
        name.StartsWith("Microsoft.Bot.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Rest.", StringComparison.Ordinal)
        || name == "Newtonsoft.Json";

    private static IEnumerable<string> ReferencesOf(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    /// <summary>Returns every type of another assembly that this one mentions, in signatures and inside bodies.</summary>
    private static HashSet<string> TypesMentionedIn(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(handle => metadata.GetString(metadata.GetTypeReference(handle).Name))];
    }
}
