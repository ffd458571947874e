using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Training.Scenarios;

/// <summary>Represents a scenario as a practice manager has filled it in. Nothing of it has been checked.</summary>
/// <param name="ClauseKey">The key of the chosen clause, as <see cref="ClauseKeys"/> makes it; empty if none was chosen.</param>
/// <param name="Audience">Who it is for: "all", "clinical", "non-clinical" or "manager".</param>
/// <param name="Text">What happens.</param>
/// <param name="Options">The answers, in the order of the form. Those that were left empty are among them.</param>
/// <param name="Right">Which answer is right, by its place from 0. Several places have commas between them.</param>
/// <param name="Why">The reason.</param>
public sealed record WrittenScenario(
    string ClauseKey,
    string Audience,
    string Text,
    IReadOnlyList<string> Options,
    string Right,
    string Why
)
{
    public const int LongestText = 600;
    public const int LongestOption = 200;
    public const int LongestReason = 400;
    public const int MostOptions = 6;
}

/// <summary>Represents a scenario after a look at it, as it would be kept.</summary>
/// <param name="Masked">What was written, with patients' identifiers hidden.</param>
/// <param name="Section">The section that decides.</param>
/// <param name="Clause">The clause that decides, word for word.</param>
public sealed record ReviewedScenario(WrittenScenario Masked, TrainingSection Section, string Clause)
{
    /// <summary>The kinds of identifiers that are hidden in it, one for each, on this card or on an earlier one.</summary>
    public IReadOnlyList<string> Hidden =>
        [.. Masked.Options.Prepend(Masked.Text).Append(Masked.Why).SelectMany(PatientIdentifiers.HiddenIn)];

    /// <summary>The answers that were filled in.</summary>
    public IReadOnlyList<string> Options => [.. Masked.Options.Where(option => option.Length > 0)];

    /// <summary>The place of the right one among them, from 0.</summary>
    public int Answer =>
        Masked.Options.Take(int.Parse(Masked.Right, System.Globalization.CultureInfo.InvariantCulture)).Count(option => option.Length > 0);
}

/// <summary>
/// Names sections and clauses in forms. The keys follow from the words, so they find nothing after the words were changed.
/// </summary>
public static class ClauseKeys
{
    private const int Length = 16;

    public static string Of(TrainingSection section) => Codes.Hash(section.Heading)[..Length];

    public static string Of(TrainingSection section, string clause) => Codes.Hash($"{section.Heading}\n{clause}")[..Length];

    public static TrainingSection? Section(TrainingPolicy policy, string? key) =>
        policy.Sections.FirstOrDefault(section => Of(section) == key);

    /// <summary>Returns the clause with that key and its section; null if the policy in force has no such clause.</summary>
    public static (TrainingSection Section, string Clause)? Find(TrainingPolicy policy, string? key) =>
        policy
            .Sections.SelectMany(section => section.Clauses.Select(clause => (Section: section, Clause: clause)))
            .Where(found => Of(found.Section, found.Clause) == key)
            .Select(found => ((TrainingSection, string)?)found)
            .FirstOrDefault();
}
