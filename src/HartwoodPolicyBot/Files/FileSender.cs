using System.Collections.Concurrent;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Files;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Files;

/// <summary>
/// Makes an accepted file and uploads it to OneDrive. Teams waits 10 seconds for the answer to a click and a large file takes
/// longer, so this runs after the answer and tells the person the result in the chat. The bot waits for running uploads when it
/// stops.
/// </summary>
internal sealed class FileSender(
    FileMaker maker,
    FileUpload upload,
    FileHandover handover,
    ITeamsClient connector,
    Audit audit,
    IHostApplicationLifetime lifetime,
    ILogger<FileSender> log
) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, Task> underWay = new();

    public void Start(TeamsActivity accepted, FileOffer offer, FileUploadInfo? to)
    {
        var registered = new TaskCompletionSource();
        underWay[offer.Id] = RunAsync(accepted, offer, to, registered.Task);
        registered.SetResult();
    }

    public async ValueTask DisposeAsync() => await FinishedAsync();

    /// <summary>Completes when all running uploads have ended.</summary>
    internal Task FinishedAsync() => Task.WhenAll(underWay.Values);

    /// <param name="registered">Completes when the upload is in the list of running ones.</param>
    private async Task RunAsync(TeamsActivity accepted, FileOffer offer, FileUploadInfo? to, Task registered)
    {
        await registered;
        await Task.Yield();
        var chat = ConversationAddress.Of(accepted);
        try
        {
            var message = await SendAsync(offer, to, lifetime.ApplicationStopping);
            await connector.SendToConversationAsync(chat, message, lifetime.ApplicationStopping);
            if (accepted.ReplyToId is { Length: > 0 } card)
            {
                // The card has been answered, so it is deleted; nobody can accept it again.
                await connector.DeleteActivityAsync(chat, card, lifetime.ApplicationStopping);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !lifetime.ApplicationStopping.IsCancellationRequested)
        {
            log.FileNotMade(fault, offer.Kind);
            await connector.SendToConversationAsync(chat, SmallTalkCards.Sentence(FileCards.NotMade), CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            // The bot is stopping; the person can ask again.
        }
        finally
        {
            underWay.TryRemove(offer.Id, out _);
        }
    }

    private async Task<TeamsActivity> SendAsync(FileOffer offer, FileUploadInfo? to, CancellationToken cancellationToken)
    {
        if (!upload.MayGoTo(to?.UploadUrl))
        {
            await audit.RefusedAsync(
                PersonId.Of(offer.PersonId),
                FileAudit.Fetch,
                FileRefusals.WrongAddress,
                offer.Kind,
                cancellationToken
            );
            return await handover.InsteadAsync(offer, FileRefusals.WrongAddress.Sentence, cancellationToken);
        }

        await using var made = await maker.MakeAsync(offer, cancellationToken);
        if (made is null)
        {
            return SmallTalkCards.Sentence(FileRefusals.NotYours.Sentence);
        }

        if (!await upload.PutAsync(to!.UploadUrl, made.Content, cancellationToken))
        {
            return await handover.InsteadAsync(offer, FileCards.NotUploaded, cancellationToken);
        }

        handover.Arrived(offer, to.UploadUrl!);
        log.FileFetched(offer.Kind);
        return FileInfoCard.Message(to);
    }
}
