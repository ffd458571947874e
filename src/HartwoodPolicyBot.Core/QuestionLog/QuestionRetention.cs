using HartwoodPolicyBot.Core.Privacy;

namespace HartwoodPolicyBot.Core.QuestionLog;

/// <summary>Deletes questions after their retention period.</summary>
public sealed class QuestionRetention(QuestionLogWriter questions, PrivacyOptions privacy) : IRetention
{
    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        [new("questions", await questions.DeleteBeforeAsync(now.AddDays(-privacy.QuestionLogDays), cancellationToken))];
}
