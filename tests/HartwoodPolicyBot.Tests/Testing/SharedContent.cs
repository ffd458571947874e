using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Core.Search;
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
        Share<LearnedSearch>(services);
        Share<NamedThings>(services);
        Share<QuestionVectors>(services);
        Share<ConcernLearning>(services);

        // The bot's own registration stops learning when its host stops, but other hosts need it too.
        services.AddSingleton(provider =>
        {
            var learning = provider.GetRequiredService<ConcernLearning>();
            return Made<Lazy<ConcernClassifier>>.Once(() => new(() => learning.Open(CancellationToken.None)));
        });
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
