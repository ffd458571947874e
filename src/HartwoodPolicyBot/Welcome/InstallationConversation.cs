using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Welcome;

/// <summary>
/// Welcomes once per installation. Teams announces an installation with <c>installationUpdate</c> and
/// <c>conversationUpdate</c>, in either order, and repeats the second whenever somebody joins.
/// </summary>
internal sealed class InstallationConversation(
    Installations installations,
    StaffChatRecorder staff,
    ChannelLookup channels,
    IEnumerable<IWelcomePart> parts,
    ITeamsClient connector,
    ILogger<InstallationConversation> log
)
{
    public async Task<TurnOutcome> OnUpdateAsync(ITurn turn, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        var (place, scope) = PlaceOf(activity);
        if (activity is { Type: ActivityKinds.InstallationUpdate, Action: "remove" or "remove-upgrade" })
        {
            await installations.RemoveAsync(place, cancellationToken);
            await staff.RemovedAsync(activity, cancellationToken);
            return TurnOutcome.Done;
        }

        if (activity is { Type: ActivityKinds.InstallationUpdate })
        {
            await staff.AddedAsync(activity, cancellationToken);
        }

        if (scope == InstallationScope.Team && AddsTheBot(activity))
        {
            await channels.ReleaseAsync(cancellationToken);
        }

        if (scope == InstallationScope.Personal && AddsTheBot(activity) && !await IsPersonKnownAsync(activity, cancellationToken))
        {
            return TurnOutcome.Done;
        }

        if (!AddsTheBot(activity) || !await installations.AddAsync(place, scope, cancellationToken))
        {
            return TurnOutcome.Done;
        }

        var mayComeAgain = true;
        try
        {
            var sent = await WelcomeAsync(turn, scope, cancellationToken);
            mayComeAgain = sent.Outcome == TeamsOutcome.Unavailable;
            if (sent.Succeeded)
            {
                log.Welcomed(scope);
            }

            return mayComeAgain ? TurnOutcome.NotDelivered : TurnOutcome.Done;
        }
        finally
        {
            if (mayComeAgain)
            {
                await installations.RemoveAsync(place, CancellationToken.None);
            }
        }
    }

    /// <summary>
    /// Finds out who added the bot in a private chat, and asks Teams if the event has no id in Entra. Returns false if it can't
    /// be found out: then the welcome waits for the next event, because somebody must not be at the practice twice, once
    /// without a name.
    /// </summary>
    private async Task<bool> IsPersonKnownAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        if (Sender.IsBot(activity))
        {
            return false;
        }

        var person = activity.From!;
        if (person.AadObjectId is not { Length: > 0 })
        {
            var asked = await connector.GetConversationMemberAsync(ConversationAddress.Of(activity), person.Id!, cancellationToken);
            var member = asked.Value?.Id == person.Id ? asked.Value : null;
            (person.AadObjectId, person.Name) = (member?.AadObjectId, person.Name ?? member?.Name);
            return person.AadObjectId is { Length: > 0 } || (asked.Succeeded && person.Name is { Length: > 0 });
        }

        return true;
    }

    private static bool AddsTheBot(TeamsActivity activity) =>
        activity.Type == ActivityKinds.InstallationUpdate
            ? activity.Action is "add" or "add-upgrade"
            : activity.MembersAdded?.Any(member => member is { Id: { } id } && id == activity.Recipient?.Id) == true;

    /// <summary>
    /// Returns the place of an installation. It is the same for each event that announces it, although a team's events come
    /// from different channels.
    /// </summary>
    private static (string Place, InstallationScope Scope) PlaceOf(TeamsActivity activity) =>
        activity switch
        {
            { ChannelData.Team.Id: { Length: > 0 } team } => (team, InstallationScope.Team),
            _ => (activity.Conversation!.Id!, Sender.IsPersonal(activity) ? InstallationScope.Personal : InstallationScope.GroupChat),
        };

    private async Task<TeamsResult<SentMessage>> WelcomeAsync(ITurn turn, InstallationScope scope, CancellationToken cancellationToken)
    {
        if (scope == InstallationScope.Personal)
        {
            var welcomeParts = new List<WelcomePart>();
            foreach (var part in parts)
            {
                if (await part.ForAsync(turn.Activity, cancellationToken) is { } about)
                {
                    welcomeParts.Add(about);
                }
            }

            return await turn.SendActivityAsync(WelcomeCard.Personal(welcomeParts), cancellationToken);
        }

        var here = ConversationAddress.Of(turn.Activity);
        var card = WelcomeCard.Group(
            await AddedByAsync(turn.Activity, here, cancellationToken),
            scope == InstallationScope.Team,
            PrivateChat.Button(turn)
        );
        return turn.Activity.ChannelData?.Settings?.SelectedChannel?.Id is { Length: > 0 } chosen
            ? await connector.SendToConversationAsync(here with { ConversationId = chosen }, card, cancellationToken)
            : await turn.SendActivityAsync(card, cancellationToken);
    }

    /// <summary>
    /// Returns the name of the person who added the bot; null if Teams doesn't say, because a welcome without a name is better
    /// than none.
    /// </summary>
    private async Task<string?> AddedByAsync(TeamsActivity activity, ConversationAddress here, CancellationToken cancellationToken)
    {
        if (activity.From is not { Id: { Length: > 0 } id } || id == activity.Recipient?.Id)
        {
            return null;
        }

        return activity.From.Name is { Length: > 0 } name
            ? name
            : (await connector.GetConversationMemberAsync(here, id, cancellationToken)).Value?.Name;
    }
}
