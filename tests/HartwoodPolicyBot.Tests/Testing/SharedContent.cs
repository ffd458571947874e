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
        ShareLearnedSearch(services);
        Share<NamedThings>(services);
        Share<QuestionVectors>(services);
        Share<ConcernLearning>(services);

        // The bot's own registration stops learning when its host stops, but other hosts need it too.
        services.AddSingleton(provider =>
        {
            var learning = provider.GetRequiredService<ConcernLearning>();
            var storage = provider.GetRequiredService<StorageOptions>();
            return Made<Lazy<ConcernClassifier>>.Once(() => new(() => Kept(storage, () => learning.Open(CancellationToken.None))));
        });
    }

    /// <summary>Has it learned as a bot has that was started before.</summary>
    private static void ShareLearnedSearch(IServiceCollection services)
    {
        services.Remove(services.Single(service => service.ServiceType == typeof(LearnedSearch)));
        services.AddSingleton(provider => Made<LearnedSearch>.Once(() => Learn(provider)));

        static LearnedSearch Learn(IServiceProvider provider)
        {
            var learning = provider.GetRequiredService<SearchLearning>();
            var library = provider.GetRequiredService<PolicyLibrary>();
            var storage = provider.GetRequiredService<StorageOptions>();
            return Kept(storage, () => learning.Learn(library, LearningRun.Alone));
        }
    }

    /// <summary>Lets a host learn, and keeps what it writes beside its database for the bots that run as processes.</summary>
    private static T Kept<T>(StorageOptions storage, Func<T> learn)
    {
        var learned = learn();
        if (SqliteFile.PathOf(storage) is { } database)
        {
            LearnedFiles.TakeFrom(database);
        }

        return learned;
    }

    private static void Share<T>(IServiceCollection services)
        where T : class
    {
        var own = services.Single(service => service.ServiceType == typeof(T));
        services.Remove(own);
        services.AddSingleton(provider => Made<T>.Once(() => (T)own.ImplementationFactory!(provider)));
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
