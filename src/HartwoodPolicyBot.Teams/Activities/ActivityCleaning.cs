namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>
/// Cleans an activity when it comes in: its texts and ids of characters that PostgreSQL or a file would refuse, its message of
/// Teams' marks, and its sender of gaps that its own members fill. Nothing behind it needs to clean again.
/// </summary>
public static class ActivityCleaning
{
    public static TeamsActivity Cleaned(TeamsActivity activity)
    {
        activity.Written = WrittenText.Of(activity);
        if (activity.Text is not null)
        {
            activity.Text = activity.Written.Kept;
        }

        activity.Type = ActivityText.CleanId(activity.Type);
        activity.Id = ActivityText.CleanId(activity.Id);
        activity.ChannelId = ActivityText.CleanId(activity.ChannelId);
        activity.ServiceUrl = ActivityText.CleanId(activity.ServiceUrl);
        activity.ReplyToId = ActivityText.CleanId(activity.ReplyToId);
        activity.Name = ActivityText.CleanId(activity.Name);
        activity.Action = ActivityText.CleanId(activity.Action);
        activity.Value = activity.Value is { } value ? ClickedValue.Cleaned(value) : null;
        Clean(activity.Conversation);
        Clean(activity.ChannelData);
        foreach (var account in (activity.MembersAdded ?? []).Append(activity.From).Append(activity.Recipient))
        {
            Clean(account);
        }

        NameSender(activity);
        return activity;
    }

    /// <summary>
    /// Finds out from the members of an event who sent it. In the first event of an installation Teams may leave out the
    /// sender's id in Entra, or name the bot as the sender; the person is then among the members that were added.
    /// </summary>
    /// <remarks>Source: microsoft/teams.net#525.</remarks>
    private static void NameSender(TeamsActivity activity)
    {
        if (activity is not { From: { AadObjectId: null or "" } from, MembersAdded: { Count: > 0 } added })
        {
            return;
        }

        if (!activity.IsBot(from))
        {
            var same = added.FirstOrDefault(member => member is { AadObjectId.Length: > 0 } && member.Id == from.Id);
            (from.AadObjectId, from.Name) = (same?.AadObjectId, from.Name ?? same?.Name);
        }
        else if (
            activity.Conversation?.ConversationType == TeamsConversation.Personal
            && added.Where(member => member is { Id.Length: > 0 } && !activity.IsBot(member)).ToList() is [var person]
        )
        {
            activity.From = person;
        }
    }

    private static void Clean(TeamsAccount? account)
    {
        if (account is not null)
        {
            account.Id = ActivityText.CleanId(account.Id);
            account.Name = ActivityText.Clean(account.Name);
            account.AadObjectId = ActivityText.CleanId(account.AadObjectId);
        }
    }

    private static void Clean(TeamsConversation? conversation)
    {
        if (conversation is not null)
        {
            conversation.Id = ActivityText.CleanAddress(conversation.Id);
            conversation.ConversationType = ActivityText.CleanId(conversation.ConversationType);
            conversation.TenantId = ActivityText.CleanId(conversation.TenantId);
        }
    }

    private static void Clean(TeamsData? data)
    {
        if (data?.Tenant is { } tenant)
        {
            tenant.Id = ActivityText.CleanId(tenant.Id);
        }

        if (data?.Team is { } team)
        {
            (team.Id, team.Name) = (ActivityText.CleanId(team.Id), ActivityText.Clean(team.Name));
        }

        foreach (var channel in new[] { data?.Channel, data?.Settings?.SelectedChannel }.OfType<ChannelRef>())
        {
            (channel.Id, channel.Name) = (ActivityText.CleanId(channel.Id), ActivityText.Clean(channel.Name));
        }
    }
}
