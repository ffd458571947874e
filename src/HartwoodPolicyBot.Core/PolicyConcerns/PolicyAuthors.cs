using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot.Core.PolicyConcerns;

/// <summary>
/// Knows who gets a concern, and who may answer it: the author of the policies in their own chat, and if it is about the author,
/// whoever gets reports about practice managers.
/// </summary>
public sealed class PolicyAuthors(StaffOptions staff, ChannelOptions channels)
{
    /// <summary>Whether the settings name an author. If not, the practice managers stand in for one.</summary>
    public bool HasAuthor => staff.PolicyAuthorId is not null;

    /// <summary>
    /// Whether a concern about the author can be sent. The person for reports about practice managers may be the author, and then
    /// nobody is left.
    /// </summary>
    public bool HasOtherWay => channels.HasSpeakUpWay && (channels.SpeakUpId is not { } person || !IsAuthor(person));

    /// <summary>The person or body to go to where a concern about the author can't be sent; part of a sentence.</summary>
    public string Instead => channels.SpeakUpInstead;

    /// <summary>Returns the places that get a concern.</summary>
    internal async Task<IReadOnlyList<string>> PlacesAsync(
        HartwoodDbContext database,
        PolicyConcern concern,
        CancellationToken cancellationToken
    ) =>
        concern.IsAboutAuthor ? [channels.SpeakUpId is { } person ? Recipient.Person(person) : Recipient.SpeakUp]
        : staff.PolicyAuthorId is { } author ? [Recipient.Person(author)]
        : [.. (await staff.ToTellAsync(database, cancellationToken)).Select(Recipient.Person)];

    /// <summary>Returns whether somebody may see and answer a concern where they are.</summary>
    /// <param name="concern">The concern.</param>
    /// <param name="person">The person.</param>
    /// <param name="channel">The channel in which they are; null in their own chat.</param>
    public bool MayAnswer(PolicyConcern concern, PersonId person, string? channel) =>
        concern.RaiserId != person.Value && MayAnswer(concern.IsAboutAuthor, person, channel);

    /// <summary>Returns whether concerns of this sort are the person's to answer.</summary>
    public bool MayAnswer(bool isAboutAuthor, PersonId person, string? channel) =>
        !isAboutAuthor ? channel is null && IsAuthor(person)
        : !HasOtherWay || IsAuthor(person) || staff.ActsAsManager(person) ? false
        : channels.SpeakUpId is { } named ? channel is null && named == person
        : channel is not null && ChannelAddress.WithoutThread(channel) == channels.SpeakUpChannel;

    private bool IsAuthor(PersonId person) => staff.PolicyAuthorId is { } author ? author == person : staff.ActsAsManager(person);
}
