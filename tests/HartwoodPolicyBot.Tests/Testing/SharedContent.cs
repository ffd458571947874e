using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Testing;

/// <summary>
/// Lets all hosts of a test run share what the bot learns from the files that ship with it. The first host makes each part
/// by the bot's own registration. No part changes after it was made, so no test can notice another.
/// </summary>
internal static class SharedContent
{
    public static void Share(IServiceCollection services)
    {
        Share<ShippedPolicies>(services);
        Share<SearchContent>(services);
        Share<LearnedSearch>(services, ".learned");
        Share<NamedThings>(services);
        Share<QuestionVectors>(services);
        Share<ConcernLearning>(services);

        // The bot's own registration stops learning when its host stops, but other hosts need it too.
        services.AddSingleton(provider =>
        {
            var learning = provider.GetRequiredService<ConcernLearning>();
            var storage = provider.GetRequiredService<StorageOptions>();
            return Made<Lazy<ConcernClassifier>>.Once(() =>
                new(() => LearnedFiles.KeepWhatIsLearned(storage, ".concerns", () => learning.Open(CancellationToken.None)))
            );
        });
    }

    /// <param name="services">The services of the bot.</param>
    /// <param name="ending">The ending of the files that the bot keeps it in; null if it isn't kept.</param>
    private static void Share<T>(IServiceCollection services, string? ending = null)
        where T : class
    {
        var own = services.Single(service => service.ServiceType == typeof(T));
        services.Remove(own);
        services.AddSingleton(provider => Made<T>.Once(() => Make(provider)));

        T Make(IServiceProvider provider)
        {
            T Own() => (T)own.ImplementationFactory!(provider);
            return ending is null ? Own() : LearnedFiles.KeepWhatIsLearned(provider.GetRequiredService<StorageOptions>(), ending, Own);
        }
    }

    private static class Made<T>
        where T : class
    {
        private static readonly Lock Making = new();
        private static T? made;

        /// <summary>Keeps what the first caller makes; if that caller fails, the next one makes it.</summary>
        public static T Once(Func<T> make)
        {
            lock (Making)
            {
                return made ??= make();
            }
        }
    }
}
