using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Privacy;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Deletes in the night what earlier builds stored of anonymous reports and what stands in their reporters' chats as well: the
/// form's id and the plain hash of the code. What is kept instead needs the key, and the codes go on working.
/// </summary>
public sealed class EarlierCodes(UnitOfWork unitOfWork, FollowUpCodes codes) : IRetention
{
    /// <summary>The length of a hash that was stored as it was.</summary>
    private const int PlainLength = 64;

    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        [
            new(
                "links from anonymous reports to chats",
                await unitOfWork.WriteAsync(
                    async database =>
                    {
                        var stored = await database
                            .Incidents.Include(incident => incident.Timeline)
                            .Where(incident => incident.CodeHash != null && incident.CodeHash.Length == PlainLength)
                            .ToListAsync(cancellationToken);
                        foreach (var incident in stored)
                        {
                            var row = database.Entry(incident);
                            row.Property(one => one.FormId).CurrentValue = codes.MarkOf(incident.FormId);
                            row.Property(one => one.CodeHash).CurrentValue = codes.HashOfEarlier(incident.CodeHash!);
                            row.Property(one => one.ReportedAt).CurrentValue = PracticeTime.StartOfDay(incident.ReportedAt);
                            foreach (var entry in incident.Timeline.Where(entry => entry.By == Actor.Reporter.Name))
                            {
                                database.Entry(entry).Property(one => one.At).CurrentValue = PracticeTime.StartOfDay(entry.At);
                            }
                        }

                        await database.SaveChangesAsync(cancellationToken);
                        return stored.Count;
                    },
                    cancellationToken
                )
            ),
        ];

    /// <summary>Returns how many anonymous reports have a code that was made with another key, so that it is not recognised.</summary>
    public async Task<int> OfOtherKeyAsync(CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var hashes = await database
            .Incidents.Where(incident => incident.CodeHash != null && incident.CodeHash.Length != PlainLength)
            .Select(incident => incident.CodeHash!)
            .ToListAsync(cancellationToken);
        return hashes.Count(codes.IsOfOtherKey);
    }
}
