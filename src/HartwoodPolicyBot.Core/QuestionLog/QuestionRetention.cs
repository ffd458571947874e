using HartwoodPolicyBot.Core.Privacy;

namespace HartwoodPolicyBot.Core.QuestionLog;

/// <summary>Deletes questions whose days are over.</summary>
public sealed class QuestionRetention(QuestionLogWriter questions, PrivacyOptions privacy) : IRetention
{
    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        [new("questions", await questions.DeleteBeforeAsync(now.AddDays(-privacy.QuestionLogDays), cancellationToken))];
}
