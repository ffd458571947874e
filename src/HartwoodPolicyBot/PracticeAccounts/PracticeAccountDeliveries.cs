using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Delivery;

namespace HartwoodPolicyBot.PracticeAccounts;

/// <summary>Makes the messages about practice accounts, from the state when they are sent.</summary>
internal sealed class PracticeAccountDeliveries(PracticeAccountList accounts, StaffOptions staff) : IDeliveryContent
{
    public Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken) =>
        delivery.Kind == PracticeAccountDeliveryKinds.Decision ? DecisionAsync(delivery, cancellationToken)
        : !staff.ActsAsManager(Recipient.PersonIn(delivery.Place)) ? Task.FromResult<DeliveryMessage?>(null)
        : delivery.Kind switch
        {
            PracticeAccountDeliveryKinds.Request => RequestAsync(delivery, cancellationToken),
            PracticeAccountDeliveryKinds.Look => LookAsync(delivery, cancellationToken),
            _ => LeaverAsync(delivery, cancellationToken),
        };

    /// <summary>Tells of a request while it waits.</summary>
    private async Task<DeliveryMessage?> RequestAsync(PlannedDelivery delivery, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(new(delivery.Subject), cancellationToken) is not { } view)
        {
            return null;
        }

        return PracticeAccountDeliveryKinds.PersonIn(delivery) is not { } person
            ? view.Account.IsRequest
                ? new(AccountRequestCards.Account(view.Account), 0)
                : null
            : view.Of(person) is { State: AccessState.Asked } access && view.Account.State == PracticeAccountState.Listed
                ? new(AccountAccessCard.Person(view, access), 0)
                : null;
    }

    /// <summary>Tells what was decided last. A decision that has been replaced by a new request is not told.</summary>
    private async Task<DeliveryMessage?> DecisionAsync(PlannedDelivery delivery, CancellationToken cancellationToken)
    {
        if (
            Recipient.PersonIn(delivery.Place) is not { } person
            || await accounts.FindAsync(new(delivery.Subject), cancellationToken) is not { } view
        )
        {
            return null;
        }

        return PracticeAccountDeliveryKinds.IsAboutAccess(delivery)
            ? view.Of(person) is { State: not AccessState.Asked } access
                ? new(AccountRequestCards.Decided(view.Account, access), 0)
                : null
            : new(AccountRequestCards.Decided(view.Account), 0);
    }

    private async Task<DeliveryMessage?> LookAsync(PlannedDelivery delivery, CancellationToken cancellationToken)
    {
        var today = accounts.Today;
        if (!PracticeAccountDeliveryKinds.IsOf(delivery, AccountLooks.MonthOf(today)))
        {
            return null;
        }

        var listed = await accounts.ListedAsync(cancellationToken);
        return listed.Any(account => account.IsToLookAt(today)) ? new(AccountLookCard.Message(listed, today, 1), 0) : null;
    }

    private async Task<DeliveryMessage?> LeaverAsync(PlannedDelivery delivery, CancellationToken cancellationToken)
    {
        var listed = await accounts.ListedAsync(cancellationToken);
        return
            PracticeAccountDeliveryKinds.LeaverIn(delivery) is { } person
            && listed.Any(view => view.Leavers.Contains(person.Value) && view.PasswordsToChange.Any(one => one.PersonId == person.Value))
            ? new(AccountAccessCard.Passwords(listed, 1, person), 0)
            : null;
    }
}
