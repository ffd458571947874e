using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PolicyConcerns;

/// <summary>Identifies whoever answers a concern, and the channel in which they do; null in their own chat.</summary>
public sealed record ConcernHandler(PersonId PersonId, string Name, string? Channel);

/// <summary>Lets the author of a policy see concerns, answer and close them. Who may is checked each time.</summary>
public sealed class AnswerPolicyConcern(UnitOfWork unitOfWork, Outbox outbox, PolicyAuthors authors, TimeProvider time)
{
    private const int MostListed = 10;

    /// <summary>Returns a concern to whoever may answer it.</summary>
    public async Task<Outcome<PolicyConcern>> FindAsync(Id<PolicyConcern> id, ConcernHandler handler, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var concern = await database.PolicyConcerns.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id.Value, cancellationToken);
        return Checked(concern, handler);
    }

    /// <summary>Returns the concerns that are not over, oldest first, to whoever may answer them.</summary>
    public async Task<IReadOnlyList<PolicyConcern>> OpenAsync(ConcernHandler handler, CancellationToken cancellationToken)
    {
        var (ordinary, aboutAuthor) = (
            authors.MayAnswer(isAboutAuthor: false, handler.PersonId, handler.Channel),
            authors.MayAnswer(isAboutAuthor: true, handler.PersonId, handler.Channel)
        );
        if (!ordinary && !aboutAuthor)
        {
            return [];
        }

        var own = handler.PersonId.Value;
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await database
            .PolicyConcerns.AsNoTracking()
            .Where(row => row.State == ConcernState.Open || row.State == ConcernState.Answered)
            .Where(row => row.IsAboutAuthor ? aboutAuthor : ordinary)
            .Where(row => row.RaiserId == null || row.RaiserId != own)
            .OrderBy(row => row.RaisedAt)
            .Take(MostListed)
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Counts the concerns without an answer that practice managers have to answer; none where the settings name an author. One about
    /// the author is never counted.
    /// </summary>
    public async Task<int> WaitingForManagersAsync(CancellationToken cancellationToken)
    {
        if (authors.HasAuthor)
        {
            return 0;
        }

        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await database.PolicyConcerns.CountAsync(row => row.State == ConcernState.Open && !row.IsAboutAuthor, cancellationToken);
    }

    /// <summary>Returns whether any concerns are this person's to answer here.</summary>
    public bool IsHandler(ConcernHandler handler) =>
        authors.MayAnswer(isAboutAuthor: false, handler.PersonId, handler.Channel)
        || authors.MayAnswer(isAboutAuthor: true, handler.PersonId, handler.Channel);

    /// <summary>Answers a concern, and closes it if wished. The answer is sent, unless the concern is anonymous.</summary>
    public Task<ConcernChange> AnswerAsync(
        Id<PolicyConcern> id,
        ConcernHandler handler,
        string written,
        bool closes,
        CancellationToken cancellationToken
    )
    {
        var text = PatientIdentifiers.Mask(ConcernForm.Clean(written), PracticeTime.Today(time));
        return ChangeAsync(
            id,
            handler,
            concern =>
                text.Length > PolicyConcern.LongestText ? PolicyConcernRefusals.TooLong
                : text.Length == 0 && (!closes || concern.Answer is null) ? PolicyConcernRefusals.NoAnswer
                : null,
            concern =>
            {
                var now = time.GetUtcNow();
                if (text.Length > 0)
                {
                    (concern.Answer, concern.AnsweredAt) = (text, now);
                    (concern.AnsweredById, concern.AnsweredBy) = (handler.PersonId.Value, handler.Name);
                }

                concern.State = closes ? ConcernState.Closed : ConcernState.Answered;
                concern.EndedAt = closes ? now : null;
            },
            cancellationToken
        );
    }

    private Outcome<PolicyConcern> Checked(PolicyConcern? concern, ConcernHandler handler) =>
        concern is null ? PolicyConcernRefusals.Unknown
        : authors.MayAnswer(concern, handler.PersonId, handler.Channel) ? concern
        : PolicyConcernRefusals.NotYours;

    private Task<ConcernChange> ChangeAsync(
        Id<PolicyConcern> id,
        ConcernHandler handler,
        Func<PolicyConcern, Refusal?> check,
        Action<PolicyConcern> change,
        CancellationToken cancellationToken
    ) =>
        unitOfWork.WriteAsync(
            async database =>
            {
                var found = Checked(
                    await database.PolicyConcerns.FirstOrDefaultAsync(row => row.Id == id.Value, cancellationToken),
                    handler
                );
                if (found.Value is not { } concern)
                {
                    return new ConcernChange(null, found.Refusal);
                }

                if ((concern.IsOver ? PolicyConcernRefusals.Over : check(concern)) is { } refusal)
                {
                    return new(concern, refusal);
                }

                change(concern);
                concern.Version++;
                if (!await ConcernChanges.SaveAsync(database, outbox, concern, cancellationToken))
                {
                    return new(
                        await database.PolicyConcerns.AsNoTracking().FirstAsync(row => row.Id == id.Value, cancellationToken),
                        PolicyConcernRefusals.Changed
                    );
                }

                await TellAsync(database, concern, cancellationToken);
                return new(concern, null);
            },
            cancellationToken
        );

    private async Task TellAsync(HartwoodDbContext database, PolicyConcern concern, CancellationToken cancellationToken)
    {
        if (concern.RaiserId is { } raiser)
        {
            await Outbox.PlanOnceAsync(
                database,
                outbox.Plan(
                    PolicyConcernDeliveryKinds.ToldKey(new(concern.Id), concern.Version),
                    concern.IsAboutAuthor ? PolicyConcernDeliveryKinds.SpeakUpTold : PolicyConcernDeliveryKinds.Told,
                    concern.Id,
                    concern.Version,
                    Recipient.Person(PersonId.Of(raiser)),
                    concern.Version
                ),
                cancellationToken
            );
        }
    }
}

/// <summary>Represents a concern as it is now, and why it was not changed. The concern is null if the person may not see it.</summary>
public sealed record ConcernChange(PolicyConcern? Concern, Refusal? Refusal);
