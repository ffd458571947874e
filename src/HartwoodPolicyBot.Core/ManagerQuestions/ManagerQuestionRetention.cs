using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// Deletes settled questions to the practice manager after as many days as a question stays in the log. Open ones stay,
/// because somebody waits for an answer. Saved answers stay until a practice manager removes them.
/// </summary>
public sealed class ManagerQuestionRetention(BatchedDeletion deletion, PrivacyOptions privacy) : IRetention
{
    private static readonly string[] OfQuestion =
    [
        ManagerQuestionDeliveryKinds.Card,
        ManagerQuestionDeliveryKinds.NoChannel,
        ManagerQuestionDeliveryKinds.Nudge,
    ];

    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now.AddDays(-privacy.QuestionLogDays);
        return
        [
            new(
                "questions to the practice manager",
                await deletion.InPartsAsync(database => PartAsync(database, before, cancellationToken), cancellationToken)
            ),
        ];
    }

    /// <summary>Deletes one batch, with the deliveries of each question, because those hold ids of people.</summary>
    private static async Task<int> PartAsync(HartwoodDbContext database, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var batch = await database
            .ManagerQuestions.Where(row => row.AnsweredAt < before || row.TakenBackAt < before)
            .OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.AnsweredTogether })
            .Take(BatchedDeletion.Part)
            .ToListAsync(cancellationToken);
        var ids = batch.ConvertAll(row => row.Id);
        List<Guid> acts = [.. batch.Select(row => row.AnsweredTogether).OfType<Guid>().Distinct()];
        await database.ManagerQuestions.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        await database
            .Deliveries.Where(row => OfQuestion.Contains(row.Kind) && ids.Contains(row.Subject))
            .ExecuteDeleteAsync(cancellationToken);
        await database
            .Deliveries.Where(row =>
                row.Kind == ManagerQuestionDeliveryKinds.Answer
                && acts.Contains(row.Subject)
                && !database.ManagerQuestions.Any(question => question.AnsweredTogether == row.Subject)
            )
            .ExecuteDeleteAsync(cancellationToken);
        return batch.Count;
    }
}
