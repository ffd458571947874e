using System.Security.Cryptography;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;

namespace HartwoodPolicyBot.Start;

/// <summary>
/// Makes services for the <see cref="Rehearsal"/>: the bot's own registrations with another database, no log, and no work in the
/// background. What was read from files is shared, so it isn't in memory twice.
/// </summary>
/// <param name="registered">The bot's registrations.</param>
internal sealed class RehearsalServices(IServiceCollection registered)
{
    public ServiceProvider Build(IServiceProvider real)
    {
        IServiceCollection services = new ServiceCollection();
        foreach (var service in registered)
        {
            services.Add(service);
        }

        services.RemoveAll<IHostedService>();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(new FollowUpKey(RandomNumberGenerator.GetBytes(FollowUpKey.Bytes)));
        services.Configure<StaffOptions>(staff => staff.PracticeManagers = [RehearsedTurn.Manager]);
        services.Configure<StorageOptions>(storage =>
        {
            storage.Provider = StorageProvider.Sqlite;
            storage.ConnectionString = $"Data Source=rehearsal-{Guid.NewGuid():N};Mode=Memory;Cache=Shared";
        });
        Share<PolicyLibrary>();
        Share<SearchLearning>();
        Share<LearnedSearch>();
        Share<NamedThings>();
        Share<QuestionVectors>();
        Share<Lazy<ConcernClassifier>>();
        Share<TrainingModule>();
        Share<PolicyBriefs>();
        return services.BuildServiceProvider();

        void Share<T>()
            where T : class => services.AddSingleton(real.GetRequiredService<T>());
    }
}
