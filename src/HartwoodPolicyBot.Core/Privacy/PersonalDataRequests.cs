using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.Privacy;

/// <summary>Shows a person what is kept about them, and deletes what may go. Nobody asks for anybody else.</summary>
/// <remarks>Source: UK GDPR, articles 15 (access), 17 (erasure, and what is exempt from it) and 20 (a file that machines read).</remarks>
public sealed class PersonalDataRequests(
    UnitOfWork unitOfWork,
    IEnumerable<IPersonalData> features,
    TimeProvider time,
    ILogger<PersonalDataRequests> log
)
{
    private readonly IPersonalData[] features = [.. features];

    /// <summary>Everything that is kept about this person now.</summary>
    public async Task<MyData> AboutAsync(PersonId personId, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await AboutAsync(database, personId, cancellationToken);
    }

    /// <summary>Deletes what may go, all of it or nothing.</summary>
    /// <returns>What went, and what is kept now.</returns>
    public async Task<(int Deleted, MyData Left)> DeleteAsync(PersonId personId, CancellationToken cancellationToken)
    {
        var count = await unitOfWork.WriteAsync(
            async database =>
            {
                var person = await PersonAsync(database, personId, cancellationToken);
                var deleted = 0;
                foreach (var feature in features)
                {
                    deleted += (await feature.DeleteAsync(database, person, cancellationToken)).Sum(kind => kind.Count);
                }

                return deleted;
            },
            cancellationToken
        );
        log.PersonalDataDeleted(count);
        return (count, await AboutAsync(personId, cancellationToken));
    }

    private async Task<MyData> AboutAsync(HartwoodDbContext database, PersonId personId, CancellationToken cancellationToken)
    {
        var person = await PersonAsync(database, personId, cancellationToken);
        var about = new List<PersonalRecords>();
        foreach (var feature in features)
        {
            about.AddRange(await feature.AboutAsync(database, person, cancellationToken));
        }

        return new(about, time.GetUtcNow());
    }

    private async Task<DataSubject> PersonAsync(HartwoodDbContext database, PersonId personId, CancellationToken cancellationToken)
    {
        var person = new DataSubject(personId);
        foreach (var feature in features)
        {
            if (await feature.MustReachAsync(database, person, cancellationToken))
            {
                return person with { IsWaitedFor = true };
            }
        }

        return person;
    }
}

/// <summary>What is kept about a person, at one moment.</summary>
public sealed record MyData(IReadOnlyList<PersonalRecords> Kinds, DateTimeOffset At)
{
    public int Count => Kinds.Sum(kind => kind.Records.Count);

    public int MayGo => Kinds.Sum(kind => kind.MayGo);
}
