using System.ComponentModel.DataAnnotations;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>Settings for who has which part at the practice: section <c>Staff</c>.</summary>
public sealed class StaffOptions : IValidatableObject
{
    private const int LongestId = 64;

    /// <summary>
    /// The practice managers' object ids in Entra. Their format is not checked, because ids in the Playground are not GUIDs.
    /// </summary>
    public IList<string> PracticeManagers { get; set; } = [];

    /// <summary>The practice managers, each once.</summary>
    public IEnumerable<PersonId> Managers => PracticeManagers.Select(PersonId.Of).Distinct();

    /// <summary>Says whether that person is a practice manager. Somebody without an id never is.</summary>
    public bool IsPracticeManager(PersonId? personId) =>
        personId is { Value.Length: > 0 } person && PracticeManagers.Contains(person.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Says whether a text can be an id: letters, digits and dashes. Anything else is a name or address that was entered by
    /// mistake.
    /// </summary>
    public static bool IsPersonId(string id) =>
        id.Length is > 0 and <= LongestId && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PracticeManagers.FirstOrDefault(id => !IsPersonId(id)) is { } wrong)
        {
            yield return new(
                $"Staff:PracticeManagers holds \"{wrong}\", which is not an object id from Entra.",
                [nameof(PracticeManagers)]
            );
        }
    }
}
