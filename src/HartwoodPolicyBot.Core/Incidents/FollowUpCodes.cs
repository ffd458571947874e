using System.Text.Json;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Makes the codes by which anonymous reporters follow up their reports, and what is stored instead of codes, forms and
/// presses. Nothing that is stored can be computed from what stands in a chat without the key.
/// </summary>
public sealed class FollowUpCodes(FollowUpKey key)
{
    /// <summary>Stands in the stored hash of a code that was made with the key.</summary>
    private const char Keyed = ':';

    /// <summary>Stands in the stored hash of a code of an earlier build.</summary>
    private const char Earlier = '~';

    /// <summary>
    /// Returns what is stored of a form and its answers. A form that Teams sends twice has the same mark; the same form with
    /// other words is another report.
    /// </summary>
    public Guid MarkOf(Guid formId, IncidentReport report) => Mark($"report {formId:N} {JsonSerializer.Serialize(report)}");

    /// <summary>Returns what is kept of a form that an earlier build stored as it was.</summary>
    public Guid MarkOf(Guid formId) => Mark($"form {formId:N}");

    /// <summary>Returns what is stored of a press that writes something, so that it is written once.</summary>
    public Guid MarkOf(string press, string step) => Mark($"press {step} {press}");

    /// <summary>Returns the code of a report that is stored under this mark. It can't be guessed, and is always the same.</summary>
    public string CodeOf(Guid mark) => Codes.Of(HashOf($"code {mark:N}"));

    /// <summary>Returns the code of an anonymous report to the person who has just sent the form; null for other reports.</summary>
    public string? CodeOf(Incident incident, Guid formId) =>
        incident.CodeHash is null ? null
        : IsOf(incident, CodeOf(incident.FormId)) ? CodeOf(incident.FormId)
        : EarlierFollowUpCode.Of(formId);

    /// <summary>Returns what is stored of a code.</summary>
    public string HashOfCode(string code) => Stored(EarlierFollowUpCode.Hash(code), Keyed);

    /// <summary>Returns what is stored of an earlier build's code, from the hash that that build stored.</summary>
    public string HashOfEarlier(string storedHash) => Stored(storedHash, Earlier);

    /// <summary>Returns all that may be stored of a code, by this build or an earlier one.</summary>
    public IReadOnlyList<string> HashesOf(string code)
    {
        var earlier = EarlierFollowUpCode.Hash(code);
        return [Stored(earlier, Keyed), Stored(earlier, Earlier), earlier];
    }

    /// <summary>Says whether this is the code of the report.</summary>
    public bool IsOf(Incident incident, string code) =>
        incident.CodeHash is { } stored && HashesOf(code).Any(hash => Codes.AreSame(stored, hash));

    /// <summary>Says whether a stored hash was made with the key, so that the report can't be found from a chat.</summary>
    internal static bool IsUnlinked(string storedHash) => storedHash.Contains(Keyed, StringComparison.Ordinal);

    /// <summary>Says whether a stored hash is as an earlier build left it.</summary>
    internal static bool IsAsEarlierStored(string storedHash) =>
        !IsUnlinked(storedHash) && !storedHash.Contains(Earlier, StringComparison.Ordinal);

    /// <summary>Says whether a stored hash was made with another key, so that its code is not recognised.</summary>
    internal bool IsOfOtherKey(string storedHash) =>
        !IsAsEarlierStored(storedHash) && !storedHash.StartsWith(key.Id, StringComparison.Ordinal);

    private string Stored(string hash, char kind) => $"{key.Id}{kind}{HashOf($"kept {hash}")}";

    private string HashOf(string text) => Convert.ToHexString(key.HashOf(text));

    private Guid Mark(string text) => new(key.HashOf(text).AsSpan(0, 16));
}
