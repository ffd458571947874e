using System.ComponentModel.DataAnnotations;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Channels;

/// <summary>Holds the settings for where reports go: section <c>Incidents</c>.</summary>
public sealed class ChannelOptions : IValidatableObject
{
    /// <summary>Teams' id of the incidents channel. When it is empty, a practice manager chooses the channel in Teams.</summary>
    public string? Channel { get; set; }

    /// <summary>
    /// The Entra object id of the person who gets reports about a practice manager. Empty when <see cref="SpeakUpChannel"/> is
    /// used, or when neither is set.
    /// </summary>
    public string? SpeakUpPerson { get; set; }

    /// <summary>Teams' id of the channel that gets reports about a practice manager. No practice manager may be a member.</summary>
    public string? SpeakUpChannel { get; set; }

    /// <summary>The person or body that staff should go to when neither is set; used as part of a sentence.</summary>
    [Required(ErrorMessage = "Incidents:SpeakUpInstead is missing: who to go to about the practice manager.")]
    public string SpeakUpInstead { get; set; } = "a GP partner or your local Freedom to Speak Up Guardian";

    /// <summary>The address of Teams' connector, for channels that are named here rather than chosen in Teams.</summary>
    [Required(ErrorMessage = "Incidents:ServiceUrl is missing.")]
    public string ServiceUrl { get; set; } = "https://smba.trafficmanager.net/teams/";

    /// <summary>The id of the person who gets reports about a practice manager; null when nobody is named.</summary>
    public PersonId? SpeakUpId => PersonId.TryParse(SpeakUpPerson, out var person) ? person : null;

    public bool HasSpeakUpWay => !string.IsNullOrEmpty(SpeakUpPerson) || !string.IsNullOrEmpty(SpeakUpChannel);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (SpeakUpPerson is { Length: > 0 } person && !StaffOptions.IsPersonId(person))
        {
            yield return new("Incidents:SpeakUpPerson is not an object id from Entra.", [nameof(SpeakUpPerson)]);
        }

        if (SpeakUpPerson is { Length: > 0 } && SpeakUpChannel is { Length: > 0 })
        {
            yield return new("Set Incidents:SpeakUpPerson or Incidents:SpeakUpChannel, not both.", [nameof(SpeakUpChannel)]);
        }

        if (!string.IsNullOrEmpty(SpeakUpChannel) && SpeakUpChannel == Channel)
        {
            yield return new(
                "Incidents:SpeakUpChannel must not be Incidents:Channel: the practice manager reads that one.",
                [nameof(SpeakUpChannel)]
            );
        }

        if (!Uri.TryCreate(ServiceUrl, UriKind.Absolute, out _))
        {
            yield return new("Incidents:ServiceUrl must be an address.", [nameof(ServiceUrl)]);
        }
    }
}
