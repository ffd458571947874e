namespace HartwoodPolicyBot.Core.Common;

/// <summary>Holds what came of something, or why it was not done. Exactly one of the two is set.</summary>
public sealed record Outcome<T>(T? Value, Refusal? Refusal)
    where T : class
{
    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(null, refusal);
}
