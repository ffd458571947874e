using System.Text.Json;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.PolicyConcerns;

/// <summary>
/// Makes the codes by which anonymous concerns are followed up, and what is stored instead of codes and forms. Nothing that is stored
/// can be computed from a chat without the key.
/// </summary>
public sealed class ConcernCodes(FollowUpKey key)
{
    /// <summary>Returns what is stored of a form and its answers.</summary>
    public Guid MarkOf(Guid form, ConcernForm answers) =>
        new(key.HashOf($"concern {form:N} {JsonSerializer.Serialize(answers)}").AsSpan(0, 16));

    /// <summary>Returns the code of a concern that is stored under this mark. It can't be guessed, and is always the same.</summary>
    public string CodeOf(Guid mark) => Codes.Of(Convert.ToHexString(key.HashOf($"concern code {mark:N}")));

    /// <summary>Returns what is stored of a code; null if it is none.</summary>
    public string? HashOf(string typed) =>
        Codes.Read(typed) is { } code ? $"{key.Id}:{Convert.ToHexString(key.HashOf($"concern kept {code}"))}" : null;
}
