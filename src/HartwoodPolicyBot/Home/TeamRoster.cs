using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Home;

/// <summary>
/// Finds out who has not added the bot, of the people in the incidents channel. Teams says who is in it, and nothing of that is
/// stored.
/// </summary>
internal sealed class TeamRoster(ChannelLookup channels, KnownStaff staff, ITeamsClient teams, TimeProvider time)
{
    /// <summary>A person waits for the card, and Teams may be slow.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Returns the names, in order; null if there is no channel, or Teams doesn't say in time.</summary>
    /// <param name="joining">Who is adding the bot at this moment, and may not be stored yet.</param>
    /// <param name="cancellationToken">Stops the question to Teams.</param>
    public async Task<IReadOnlyList<string>?> NotAddedAsync(PersonId? joining, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(Recipient.IncidentsChannel, cancellationToken) is not { } channel)
        {
            return null;
        }

        using var timeout = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var members = await teams.GetConversationMembersAsync(new(new Uri(channel.ServiceUrl), channel.ChannelId), either.Token);
            return members.Value is { Count: > 0 } people ? await NotAddedAsync(people, joining, cancellationToken) : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<string>> NotAddedAsync(
        IReadOnlyList<TeamsAccount> people,
        PersonId? joining,
        CancellationToken cancellationToken
    )
    {
        var known = await staff.AllAsync(cancellationToken);
        return
        [
            .. people
                .Where(person => PersonId.TryParse(person.AadObjectId, out var id) && !known.Contains(id) && id != joining)
                .Select(person => person.Name is { Length: > 0 } name ? name : "Somebody without a name")
                .Order(StringComparer.OrdinalIgnoreCase),
        ];
    }
}
