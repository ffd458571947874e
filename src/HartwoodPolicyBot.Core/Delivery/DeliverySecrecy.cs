namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// Separates the deliveries that practice managers may know of from those that are kept from them. Every count, check, notice
/// and button for practice managers asks this.
/// </summary>
public sealed class DeliverySecrecy(IEnumerable<DeliveryKind> kinds)
{
    private readonly string[] kept = [.. kinds.Where(kind => kind.IsKeptFromManagers).Select(kind => kind.Code)];

    public bool MayManagersKnowOf(string kind) => !kept.Contains(kind, StringComparer.Ordinal);

    public IQueryable<PlannedDelivery> KnownToManagers(IQueryable<PlannedDelivery> rows) => rows.Where(row => !kept.Contains(row.Kind));

    public IQueryable<PlannedDelivery> KeptFromManagers(IQueryable<PlannedDelivery> rows) => rows.Where(row => kept.Contains(row.Kind));
}
