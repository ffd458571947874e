using HartwoodPolicyBot.Core.Privacy;

namespace HartwoodPolicyBot.Core.Policies.Answers;

/// <summary>
/// Deletes questions to the practice manager as long after they were settled as a question stays in the log. An open one
/// stays: somebody waits for it. The answers that the bot gives stay until a practice manager removes them.
/// </summary>
public sealed class ManagerQuestionRetention(Deletion deletion, PrivacyOptions privacy) : IRetention
{
    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now.AddDays(-privacy.QuestionLogDays);
        return
        [
            new("questions to the practice manager", await deletion.AllAsync(
                database => database.ManagerQuestions.Where(row => row.AnsweredAt < before || row.TakenBackAt < before).OrderBy(row => row.Id), cancellationToken)),
        ];
    }
}
