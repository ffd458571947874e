using System.ComponentModel.DataAnnotations;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Holds the settings for the key of anonymous reports' codes: section <c>Incidents</c>.</summary>
public sealed class FollowUpOptions : IValidatableObject
{
    private const int Shortest = 32;

    /// <summary>
    /// A secret text of 32 characters or more. Set it where several instances share a database, so that all of them know the
    /// same codes. When it is empty, the key is in a file.
    /// </summary>
    public string? FollowUpKey { get; set; }

    /// <summary>
    /// The file that holds the key. When it is empty, the file lies beside the SQLite database, otherwise in the working folder.
    /// </summary>
    public string? FollowUpKeyFile { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (FollowUpKey is { Length: > 0 and < Shortest })
        {
            yield return new("Incidents:FollowUpKey must have 32 characters or more, chosen at random.", [nameof(FollowUpKey)]);
        }
    }
}
