using System.ComponentModel.DataAnnotations;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>Holds the settings for who has which part at the practice: section <c>Staff</c>.</summary>
public sealed class StaffOptions : IValidatableObject
{
    private const int LongestId = 64;

    /// <summary>
    /// The practice managers' object ids in Entra. Their format is not checked, because ids in the Playground are not GUIDs.
    /// </summary>
    public IList<string> PracticeManagers { get; set; } = [];

    /// <summary>
    /// The object ids in Entra of people who may do what a practice manager may, except what concerns themselves.
    /// </summary>
    public IList<string> Deputies { get; set; } = [];

    /// <summary>
    /// The object id in Entra of the author of the policies, who gets concerns that a policy discriminates. When it is empty, the
    /// practice managers get them, because they publish the policies.
    /// </summary>
    public string? PolicyAuthor { get; set; }

    /// <summary>The author of the policies; null when nobody is named.</summary>
    public PersonId? PolicyAuthorId => PersonId.TryParse(PolicyAuthor, out var person) ? person : null;

    /// <summary>
    /// How staff and patients reach the practice manager, such as a name with a phone number or an email address; null if people
    /// have to ask at reception.
    /// </summary>
    [StringLength(200, ErrorMessage = "Staff:Contact must be at most 200 characters.")]
    public string? Contact { get; set; }

    /// <summary>
    /// The practice's data protection officer and how to reach them, for the privacy notice; null if people have to ask the practice
    /// manager.
    /// </summary>
    [StringLength(200, ErrorMessage = "Staff:DataProtectionOfficer must be at most 200 characters.")]
    public string? DataProtectionOfficer { get; set; }

    /// <summary>The practice managers, each once.</summary>
    public IEnumerable<PersonId> Managers => PracticeManagers.Select(PersonId.Of).Distinct();

    /// <summary>The practice managers and their deputies, each once.</summary>
    public IEnumerable<PersonId> ManagersAndDeputies => PracticeManagers.Concat(Deputies).Select(PersonId.Of).Distinct();

    /// <summary>
    /// Says whether that person may do what a practice manager may: one of them, or a deputy. Somebody without an id never may.
    /// </summary>
    public bool ActsAsManager(PersonId? personId) => IsIn(PracticeManagers, personId) || IsIn(Deputies, personId);

    /// <summary>Says whether that person is a deputy, and not a practice manager as well.</summary>
    public bool IsDeputy(PersonId? personId) => IsIn(Deputies, personId) && !IsIn(PracticeManagers, personId);

    /// <summary>
    /// Says whether a text can be an id: letters, digits and dashes. Anything else is a name or address that was entered by
    /// mistake.
    /// </summary>
    public static bool IsPersonId(string id) =>
        id.Length is > 0 and <= LongestId && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (key, ids) in new[] { (nameof(PracticeManagers), PracticeManagers), (nameof(Deputies), Deputies) })
        {
            if (ids.FirstOrDefault(id => !IsPersonId(id)) is { } wrong)
            {
                yield return new($"Staff:{key} holds \"{wrong}\", which is not an object id from Entra.", [key]);
            }
        }

        if (PolicyAuthor is { Length: > 0 } author && !IsPersonId(author))
        {
            yield return new($"Staff:{nameof(PolicyAuthor)} is not an object id from Entra.", [nameof(PolicyAuthor)]);
        }
    }

    private static bool IsIn(IList<string> people, PersonId? personId) =>
        personId is { Value.Length: > 0 } person && people.Contains(person.Value, StringComparer.OrdinalIgnoreCase);
}
