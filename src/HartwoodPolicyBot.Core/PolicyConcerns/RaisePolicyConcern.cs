using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PolicyConcerns;

/// <summary>Represents a concern that was raised.</summary>
/// <param name="Concern">The concern.</param>
/// <param name="Code">The code of an anonymous one; null for the others.</param>
public sealed record RaisedConcern(PolicyConcern Concern, string? Code);

/// <summary>Stores a concern and plans its card, once for each form, and lets whoever raised it withdraw it.</summary>
public sealed class RaisePolicyConcern(
    UnitOfWork unitOfWork,
    Outbox outbox,
    PolicyLibrary library,
    PolicyAuthors authors,
    ConcernCodes codes,
    TimeProvider time
)
{
    public DateOnly Today => PracticeTime.Today(time);

    /// <param name="form">The id of the form, so that it is stored once.</param>
    /// <param name="answers">The form, which has nothing left to change.</param>
    /// <param name="raiser">The person, who isn't stored when the concern is anonymous.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<Outcome<RaisedConcern>> SendAsync(
        Guid form,
        ConcernForm answers,
        PersonInChat raiser,
        CancellationToken cancellationToken
    )
    {
        if (answers.Problem is { } problem)
        {
            return new Refusal(RefusalKind.BadInput, "incomplete", problem);
        }

        if (answers.IsAboutAuthor == true && !authors.HasOtherWay)
        {
            return PolicyConcernRefusals.NoOtherWay;
        }

        var mark = codes.MarkOf(form, answers);
        var code = answers.Visibility == ConcernVisibility.Anonymous ? codes.CodeOf(mark) : null;
        var concern = New(mark, code, answers, raiser);
        var stored = await unitOfWork.WriteAsync(
            async database =>
            {
                if (
                    await database.PolicyConcerns.AsNoTracking().FirstOrDefaultAsync(row => row.FormMark == mark, cancellationToken) is
                    { } sent
                )
                {
                    return sent;
                }

                database.PolicyConcerns.Add(concern);
                await database.SaveChangesAsync(cancellationToken);
                foreach (var place in await authors.PlacesAsync(database, concern, cancellationToken))
                {
                    Outbox.Add(
                        database,
                        outbox.Plan(
                            PolicyConcernDeliveryKinds.CardKey(new(concern.Id), place),
                            concern.IsAboutAuthor ? PolicyConcernDeliveryKinds.SpeakUpCard : PolicyConcernDeliveryKinds.Card,
                            concern.Id,
                            0,
                            place,
                            concern.Version,
                            concern.IsAnonymous
                        )
                    );
                }

                await database.SaveChangesAsync(cancellationToken);
                if (!concern.IsAnonymous)
                {
                    await StaffContacts.RecordAskerAsync(database, outbox, raiser, time.GetUtcNow(), cancellationToken);
                }

                return concern;
            },
            cancellationToken
        );
        return new RaisedConcern(stored, code);
    }

    /// <summary>Withdraws a concern. What its raiser wrote is erased, also on the author's card.</summary>
    public Task<Outcome<PolicyConcern>> WithdrawAsync(ConcernKey which, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync<Outcome<PolicyConcern>>(
            async database =>
            {
                if (await which.FindAsync(database, codes, isTracked: true, cancellationToken) is not { } concern)
                {
                    return PolicyConcernRefusals.Unknown;
                }

                if (concern.IsOver)
                {
                    return PolicyConcernRefusals.Over;
                }

                var now = time.GetUtcNow();
                (concern.State, concern.Text, concern.Version) = (ConcernState.Withdrawn, "", concern.Version + 1);
                concern.EndedAt = concern.IsAnonymous ? PracticeTime.StartOfDay(now) : now;
                return await ConcernChanges.SaveAsync(database, outbox, concern, cancellationToken)
                    ? concern
                    : PolicyConcernRefusals.Changed;
            },
            cancellationToken
        );

    private PolicyConcern New(Guid mark, string? code, ConcernForm answers, PersonInChat raiser)
    {
        // Neither the time nor an id that holds the time may be matched with the chat of somebody anonymous.
        var isAnonymous = code is not null;
        var now = time.GetUtcNow();
        var document = library.Document(answers.Policy) ?? library.Documents[0];
        return new()
        {
            Id = isAnonymous ? Guid.NewGuid() : Guid.CreateVersion7(now),
            FormMark = mark,
            Policy = document.Slug,
            PolicyTitle = document.Title,
            PolicyVersion = document.VersionOnRecord,
            Text = answers.Text,
            Visibility = answers.Visibility!.Value,
            IsAboutAuthor = answers.IsAboutAuthor!.Value,
            RaisedAt = isAnonymous ? PracticeTime.StartOfDay(now) : now,
            RaiserId = isAnonymous ? null : raiser.PersonId.Value,
            RaiserName = answers.Visibility == ConcernVisibility.Named ? raiser.Name : null,
            CodeHash = code is null ? null : codes.HashOf(code),
            State = ConcernState.Open,
            Version = 1,
        };
    }
}
