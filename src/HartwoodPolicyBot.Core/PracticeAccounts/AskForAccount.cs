using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PracticeAccounts;

/// <summary>
/// Lets staff ask for access to an account or for a new one, and say that one exists which is not on the list. The practice
/// managers are told of each.
/// </summary>
/// <remarks>Source: the policy, Practice social media accounts: "Unauthorised practice accounts will not be permitted."</remarks>
public sealed class AskForAccount(UnitOfWork unitOfWork, Outbox outbox, StaffOptions staff, TimeProvider time)
{
    /// <summary>How many requests of one person may wait at once.</summary>
    public const int MostOpen = 10;

    /// <summary>Asks for access to an account on the list.</summary>
    public async Task<Refusal?> ForAccessAsync(
        PersonId personId,
        string name,
        Id<PracticeAccount> account,
        string why,
        CancellationToken cancellationToken
    )
    {
        if (WrongWhy(why, PracticeAccountRefusals.WhyMissing) is { } wrong)
        {
            return wrong;
        }

        return await unitOfWork.WriteAsync(
            async database =>
            {
                if (
                    !await database.PracticeAccounts.AnyAsync(
                        row => row.Id == account.Value && row.State == PracticeAccountState.Listed,
                        cancellationToken
                    )
                )
                {
                    return PracticeAccountRefusals.Unknown;
                }

                if (await InsertAsync(database, personId, name, account.Value, Masked(why), cancellationToken) == 0)
                {
                    return await database.AccountAccess.AnyAsync(
                        row => row.AccountId == account.Value && row.PersonId == personId.Value && row.State == AccessState.Granted,
                        cancellationToken
                    )
                        ? PracticeAccountRefusals.HasAccess
                        : PracticeAccountRefusals.AskedAlready;
                }

                var version = await database
                    .AccountAccess.Where(row => row.AccountId == account.Value && row.PersonId == personId.Value)
                    .Select(row => row.Version)
                    .SingleAsync(cancellationToken);
                await TellAsync(database, account.Value, version, personId, cancellationToken);
                return null;
            },
            cancellationToken
        );
    }

    /// <summary>Asks for an account that the practice doesn't have, or says that one exists which is not on the list.</summary>
    /// <param name="personId">The person who asks.</param>
    /// <param name="name">Their name.</param>
    /// <param name="state">Which of the two it is.</param>
    /// <param name="fields">What they say about the account. Its name may be left out for a new one.</param>
    /// <param name="why">Why, or what they know about it.</param>
    /// <param name="formId">The form's own id, which becomes the account's. A form that is sent twice asks once.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<Refusal?> ForAccountAsync(
        PersonId personId,
        string name,
        PracticeAccountState state,
        PracticeAccountFields fields,
        string why,
        Guid formId,
        CancellationToken cancellationToken
    )
    {
        var missing =
            state == PracticeAccountState.Reported ? PracticeAccountRefusals.KnownMissing : PracticeAccountRefusals.PurposeMissing;
        if ((Wrong(state, fields) ?? WrongWhy(why, missing)) is { } wrong)
        {
            return wrong;
        }

        var masked = fields.Masked(PracticeTime.Today(time));
        return await unitOfWork.WriteAsync<Refusal?>(
            async database =>
            {
                if (await database.PracticeAccounts.AnyAsync(row => row.Id == formId, cancellationToken))
                {
                    return null;
                }

                if (masked.Name.Length > 0 && await PracticeAccountEditor.IsListedAsync(database, masked, null, cancellationToken))
                {
                    return PracticeAccountRefusals.OnTheList;
                }

                if (await Open(database, personId).CountAsync(cancellationToken) >= MostOpen)
                {
                    return PracticeAccountRefusals.TooMany;
                }

                database.PracticeAccounts.Add(
                    new()
                    {
                        Id = formId,
                        Platform = masked.Platform,
                        Name = masked.Name,
                        Purpose = masked.Purpose,
                        State = state,
                        AskedById = personId.Value,
                        AskedByName = name,
                        Why = Masked(why),
                        AskedAt = time.GetUtcNow(),
                        Version = 1,
                    }
                );
                await database.SaveChangesAsync(cancellationToken);
                await TellAsync(database, formId, 1, null, cancellationToken);
                return null;
            },
            cancellationToken
        );
    }

    /// <summary>Selects the requests about accounts of one person that wait for a decision.</summary>
    internal static IQueryable<PracticeAccount> Open(HartwoodDbContext database, PersonId personId) =>
        database.PracticeAccounts.Where(row =>
            row.AskedById == personId.Value && (row.State == PracticeAccountState.AskedFor || row.State == PracticeAccountState.Reported)
        );

    private static Refusal? Wrong(PracticeAccountState state, PracticeAccountFields fields) =>
        fields.Platform.Length == 0 ? PracticeAccountRefusals.PlatformMissing
        : state == PracticeAccountState.Reported && fields.Name.Length == 0 ? PracticeAccountRefusals.NameMissing
        : fields.WrongLength;

    private static Refusal? WrongWhy(string why, Refusal missing) =>
        why.Length == 0 ? missing
        : why.Length > PracticeAccount.LongestWhy ? PracticeAccountRefusals.TooLong
        : null;

    private string Masked(string why) => Excerpt.Cut(PatientIdentifiers.Mask(why, PracticeTime.Today(time)), PracticeAccount.LongestWhy);

    /// <summary>Writes the request, unless the person has access or has asked already.</summary>
    private Task<int> InsertAsync(
        HartwoodDbContext database,
        PersonId personId,
        string name,
        Guid account,
        string why,
        CancellationToken cancellationToken
    ) =>
        database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "PracticeAccountAccess" ("AccountId", "PersonId", "PersonName", "State", "Why", "AskedAt", "HoldsSignIn",
            "PasswordToChange", "Version")
            VALUES ({account}, {personId.Value}, {name}, {(int)
                AccessState.Asked}, {why}, {time.GetUtcNow().UtcDateTime}, {false}, {false}, 1)
            ON CONFLICT ("AccountId", "PersonId") DO UPDATE SET "PersonName" = excluded."PersonName", "State" = excluded."State",
            "Why" = excluded."Why", "AskedAt" = excluded."AskedAt", "Version" = "PracticeAccountAccess"."Version" + 1
            WHERE "PracticeAccountAccess"."State" IN ({(int)AccessState.Refused}, {(int)AccessState.TakenAway})
            """,
            cancellationToken
        );

    private async Task TellAsync(
        HartwoodDbContext database,
        Guid account,
        int version,
        PersonId? personId,
        CancellationToken cancellationToken
    ) =>
        await outbox.PlanOnceForEachAsync(
            database,
            await staff.ToTellAsync(database, cancellationToken),
            manager => PracticeAccountDeliveryKinds.RequestKey(account, version, personId, manager),
            PracticeAccountDeliveryKinds.Request,
            account,
            0,
            cancellationToken
        );
}
