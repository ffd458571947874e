using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PolicyConcerns;

/// <summary>Saves a change of a concern, and has its cards show it.</summary>
internal static class ConcernChanges
{
    /// <returns>False if somebody else changed it at the same time; then nothing is written.</returns>
    public static async Task<bool> SaveAsync(
        HartwoodDbContext database,
        Outbox outbox,
        PolicyConcern concern,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            await database.Database.RollbackTransactionAsync(cancellationToken);
            return false;
        }

        await outbox.PlanUpdateAsync(
            database,
            database.Deliveries.Where(row =>
                row.Subject == concern.Id
                && (row.Kind == PolicyConcernDeliveryKinds.Card || row.Kind == PolicyConcernDeliveryKinds.SpeakUpCard)
            ),
            concern.Version,
            cancellationToken
        );
        return true;
    }
}
