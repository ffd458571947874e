using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>
/// Records answers in training. Each question counts only its first answer, however often and wherever it is clicked. The
/// last answer, the result and its consequences are stored in one transaction.
/// </summary>
public sealed class RecordTrainingAnswer(
    UnitOfWork unitOfWork,
    Outbox outbox,
    TrainingModule module,
    TrainingOptions options,
    StaffOptions staff,
    AttemptsInProgress running,
    TimeProvider time
)
{
    /// <summary>After this many failed attempts in a row, and again after as many more, the practice manager is asked to help.</summary>
    public const int FailsUntilHelp = 3;

    /// <summary>Records an answer.</summary>
    /// <param name="personId">The person who answers.</param>
    /// <param name="attemptId">The attempt.</param>
    /// <param name="number">The number of the question, from 1.</param>
    /// <param name="place">The place of the chosen option among those shown, from 0.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<TrainingAnswerResult> AnswerAsync(
        PersonId personId,
        Id<TrainingAttempt> attemptId,
        int number,
        int place,
        CancellationToken cancellationToken
    )
    {
        var attempt = await FindAsync(attemptId, cancellationToken);
        if (attempt is null || attempt.PersonId != personId.Value)
        {
            return new(null, 0, attempt is null ? TrainingRefusals.Unknown : TrainingRefusals.NotYours);
        }

        if (Refusal(attempt, number, place) is { } refusal)
        {
            return new(attempt, refusal == TrainingRefusals.AlreadyAnswered ? number : 0, refusal);
        }

        var question = attempt.Questions[number - 1];
        var answer = new TrainingAnswer
        {
            AttemptId = attempt.Id,
            Number = number,
            Option = question.Order[place],
            IsRight = question.Order[place] == module.Find(question.ScenarioId)!.Answer,
            At = time.GetUtcNow(),
        };
        return await StoreAsync(attempt, answer, cancellationToken)
            ? new(attempt, number)
            : new(await FindAsync(attemptId, cancellationToken), number, TrainingRefusals.AlreadyAnswered);
    }

    private Refusal? Refusal(TrainingAttempt attempt, int number, int place)
    {
        if (number < 1 || number > attempt.Count || number > attempt.Answers.Count + 1)
        {
            return TrainingRefusals.Unknown;
        }

        if (number <= attempt.Answers.Count)
        {
            return number == attempt.Answers.Count ? TrainingRefusals.AlreadyAnswered : TrainingRefusals.OldCard;
        }

        if (attempt.State == AttemptState.Outdated || !module.Fits(attempt))
        {
            return TrainingRefusals.PolicyChanged;
        }

        return place >= 0 && place < attempt.Questions[number - 1].Order.Count ? null : TrainingRefusals.OutOfRange;
    }

    private async Task<bool> StoreAsync(TrainingAttempt attempt, TrainingAnswer answer, CancellationToken cancellationToken)
    {
        var isLast = answer.Number == attempt.Count;
        var isStored = await unitOfWork.WriteAsync(
            async database =>
            {
                var isNew =
                    await database.Database.ExecuteSqlAsync(
                        $"""
                        INSERT INTO "TrainingAnswers" ("AttemptId", "Number", "Option", "IsRight", "At")
                        VALUES ({answer.AttemptId}, {answer.Number}, {answer.Option}, {answer.IsRight}, {answer.At.UtcDateTime})
                        ON CONFLICT ("AttemptId", "Number") DO NOTHING
                        """,
                        cancellationToken
                    ) == 1;
                if (!isNew)
                {
                    return false;
                }

                attempt.Answers.Add(answer);
                if (isLast)
                {
                    await FinishAsync(database, attempt, cancellationToken);
                }

                return true;
            },
            cancellationToken
        );

        if (isStored && isLast)
        {
            running.Ended(PersonId.Of(attempt.PersonId));
        }

        return isStored;
    }

    private async Task FinishAsync(HartwoodDbContext database, TrainingAttempt attempt, CancellationToken cancellationToken)
    {
        attempt.Right = attempt.Answers.Count(answer => answer.IsRight);
        attempt.FinishedAt = time.GetUtcNow();
        attempt.Running = null;
        var passed = attempt.Right * 100 >= attempt.PassPercent * attempt.Count;
        attempt.State = passed ? AttemptState.Passed : AttemptState.Failed;
        attempt.Code = passed ? Codes.New() : null;
        attempt.Link = passed ? Codes.NewSecret() : null;
        await database
            .TrainingAttempts.Where(row => row.Id == attempt.Id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.Right, attempt.Right)
                        .SetProperty(row => row.FinishedAt, attempt.FinishedAt)
                        .SetProperty(row => row.Running, (string?)null)
                        .SetProperty(row => row.State, attempt.State)
                        .SetProperty(row => row.Code, attempt.Code)
                        .SetProperty(row => row.Link, attempt.Link),
                cancellationToken
            );
        await (passed ? CompleteAsync(database, attempt, cancellationToken) : AskForHelpAsync(database, attempt, cancellationToken));
    }

    /// <summary>Completes all open assignments after a pass, and plans the next refresher from that day.</summary>
    private async Task CompleteAsync(HartwoodDbContext database, TrainingAttempt attempt, CancellationToken cancellationToken)
    {
        await database
            .TrainingAssignments.Where(row => row.PersonId == attempt.PersonId && row.CompletedAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.CompletedAt, attempt.FinishedAt).SetProperty(row => row.CompletedBy, attempt.Id),
                cancellationToken
            );
        var passedOn = PracticeTime.DateOf(attempt.FinishedAt!.Value);
        database.TrainingAssignments.Add(
            new()
            {
                Id = Guid.CreateVersion7(),
                Key = $"refresher:{attempt.Id:N}",
                PersonId = attempt.PersonId,
                Kind = AssignmentKind.Refresher,
                AssignedOn = passedOn,
                DueOn = options.RefresherDueOn(passedOn),
                RemindedOn = passedOn,
            }
        );
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task AskForHelpAsync(HartwoodDbContext database, TrainingAttempt attempt, CancellationToken cancellationToken)
    {
        var lastPass =
            await database
                .TrainingAttempts.Where(row => row.PersonId == attempt.PersonId && row.State == AttemptState.Passed)
                .MaxAsync(row => (int?)row.Number, cancellationToken)
            ?? 0;
        var fails = await database.TrainingAttempts.CountAsync(
            row => row.PersonId == attempt.PersonId && row.State == AttemptState.Failed && row.Number > lastPass,
            cancellationToken
        );
        if (fails % FailsUntilHelp != 0)
        {
            return;
        }

        await outbox.PlanOnceForEachAsync(
            database,
            await staff.ToTellAsync(database, cancellationToken),
            manager => TrainingDeliveryKinds.HelpKey(new(attempt.Id), manager),
            TrainingDeliveryKinds.Help,
            attempt.Id,
            0,
            cancellationToken
        );
    }

    private async Task<TrainingAttempt?> FindAsync(Id<TrainingAttempt> attemptId, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await database
            .TrainingAttempts.AsNoTracking()
            .Include(attempt => attempt.Answers.OrderBy(answer => answer.Number))
            .FirstOrDefaultAsync(attempt => attempt.Id == attemptId.Value, cancellationToken);
    }
}
