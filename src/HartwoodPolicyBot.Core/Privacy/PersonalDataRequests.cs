using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.Privacy;

/// <summary>
/// Shows people what is stored about them, and deletes what can be deleted on request. People can only ask for their own
/// data.
/// </summary>
/// <remarks>Source: UK GDPR, articles 15 (access), 17 (erasure, and what is exempt from it) and 20 (a file that machines read).</remarks>
public sealed class PersonalDataRequests(
    UnitOfWork unitOfWork,
    IEnumerable<IPersonalData> features,
    TimeProvider time,
    ILogger<PersonalDataRequests> log
)
{
    private readonly IPersonalData[] features = [.. features];

    /// <summary>Returns everything that is stored about this person now.</summary>
    public async Task<MyData> AboutAsync(PersonId personId, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await AboutAsync(database, personId, cancellationToken);
    }

    /// <summary>Deletes everything that can be deleted on request, in one transaction.</summary>
    /// <returns>How many records were deleted, and what is still stored.</returns>
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
            about.AddRange(
                (await feature.AboutAsync(database, person, cancellationToken)).Select(kind => kind with { Group = feature.Group })
            );
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

/// <summary>Holds what is stored about a person at one time.</summary>
public sealed record MyData(IReadOnlyList<PersonalRecords> Kinds, DateTimeOffset At)
{
    public int Count => Kinds.Sum(kind => kind.Records.Count);

    public int MayGo => Kinds.Sum(kind => kind.MayGo);
}
