using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Channels;

/// <summary>Finds the channel for each kind of report: the configured channel, otherwise the one that was chosen in Teams.</summary>
public sealed class ChannelLookup(
    UnitOfWork unitOfWork,
    Outbox outbox,
    ChannelOptions options,
    IEnumerable<IChannelCards> cards,
    TimeProvider time
)
{
    /// <summary>The places that are channels.</summary>
    public static IReadOnlyList<string> Places { get; } = [Recipient.IncidentsChannel, Recipient.SpeakUp];

    /// <summary>Says whether the configuration names the channel, so that nobody can choose another in Teams.</summary>
    public bool IsConfigured => !string.IsNullOrEmpty(options.Channel);

    public async Task<ChannelAddress?> FindAsync(string place, CancellationToken cancellationToken)
    {
        if (place == Recipient.SpeakUp)
        {
            return Configured(options.SpeakUpChannel);
        }

        if (IsConfigured)
        {
            return Configured(options.Channel);
        }

        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var chosen = await database
            .IncidentsChannels.AsNoTracking()
            .FirstOrDefaultAsync(channel => channel.Place == place, cancellationToken);
        return chosen is null ? null : new(chosen.ServiceUrl, chosen.ChannelId, chosen.TeamId);
    }

    /// <summary>Sets or moves the channel, and posts the deliveries that were held for it.</summary>
    public async Task ChooseAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        await unitOfWork.WriteEachAsync(
            async database =>
            {
                var now = time.GetUtcNow();

                // Not in one transaction: a dispatcher that holds a delivery after the release must already be able to find the channel
                // and release it.
                await database.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "AlertChannels" ("Place", "ServiceUrl", "ChannelId", "TeamId", "ChosenAt")
                    VALUES ({Recipient.IncidentsChannel}, {channel.ServiceUrl}, {channel.ChannelId}, {channel.TeamId}, {now.UtcDateTime})
                    ON CONFLICT ("Place") DO UPDATE SET
                        "ServiceUrl" = excluded."ServiceUrl", "ChannelId" = excluded."ChannelId", "TeamId" = excluded."TeamId",
                        "ChosenAt" = excluded."ChosenAt"
                    """,
                    cancellationToken
                );
                await outbox.ReleaseAsync(database, Recipient.IncidentsChannel, cancellationToken);
                await outbox.RetryMovedAsync(database, Recipient.IncidentsChannel, cancellationToken);
                await LookAtOpenCardsAsync(database, Recipient.IncidentsChannel, channel, cancellationToken);
                await LookAtCardsInChatsAsync(database, cancellationToken);
            },
            cancellationToken
        );
    }

    /// <summary>
    /// Releases what is held for a channel that is known. Called after a start, which may have added a channel by
    /// configuration, and when the bot is added to a team, which may be one that it was removed from earlier.
    /// </summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        foreach (var place in Places)
        {
            if (await FindAsync(place, cancellationToken) is { } channel)
            {
                await ReleaseAsync(place, channel, cancellationToken);
            }
        }
    }

    /// <summary>Releases what is held or stopped for this channel.</summary>
    public Task ReleaseAsync(string place, ChannelAddress channel, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync(
            async database =>
            {
                // Nothing about the speak-up route may be seen in a practice manager's chat, not even an edit.
                if (await outbox.ReleaseAsync(database, place, cancellationToken) > 0 && place == Recipient.IncidentsChannel)
                {
                    await LookAtCardsInChatsAsync(database, cancellationToken);
                }

                await LookAtOpenCardsAsync(database, place, channel, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>
    /// Edits each card once that people still work on and that is in another channel. A card that can no longer be edited is
    /// posted in the new channel, because nobody could work on it otherwise.
    /// </summary>
    private async Task LookAtOpenCardsAsync(
        HartwoodDbContext database,
        string place,
        ChannelAddress channel,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        foreach (var feature in cards)
        {
            var moved = await feature
                .StillWorkedOn(database)
                .Where(row => row.Place == place && row.State == DeliveryState.Sent)
                .Where(row => row.ConversationId != null && !row.ConversationId.StartsWith(channel.ChannelId))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.State, DeliveryState.Waiting).SetProperty(row => row.DueAt, now),
                    cancellationToken
                );
            Outbox.MarkNew(database, moved);
        }
    }

    /// <summary>Edits the cards in practice managers' chats, which say that there is no channel.</summary>
    private async Task LookAtCardsInChatsAsync(HartwoodDbContext database, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var feature in cards)
        {
            var stale = await feature
                .InChats(database)
                .Where(row => row.State == DeliveryState.Sent)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.State, DeliveryState.Waiting).SetProperty(row => row.DueAt, now),
                    cancellationToken
                );
            Outbox.MarkNew(database, stale);
        }
    }

    private ChannelAddress? Configured(string? channelId) =>
        string.IsNullOrEmpty(channelId) ? null : new(options.ServiceUrl, channelId, null);
}
