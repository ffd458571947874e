using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.BotBuilder.Connector;

/// <summary>
/// Carries the outcome of a failed request to Teams through the SDK, which can return only bodies and exceptions.
/// </summary>
internal sealed class TeamsRequestException(TeamsOutcome outcome) : Exception($"The request to Teams ended as {outcome}.")
{
    public TimeSpan? RetryAfter { get; init; }

    public bool IsServerFault { get; init; }

    public int? Status { get; init; }

    public bool IsRemoved { get; init; }

    public TeamsResult<T> ToResult<T>()
        where T : class =>
        new(outcome)
        {
            RetryAfter = RetryAfter,
            IsServerFault = IsServerFault,
            Status = Status,
            IsRemoved = IsRemoved,
        };
}
