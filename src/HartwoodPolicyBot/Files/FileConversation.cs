using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Files;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Files;

/// <summary>Handles the answer to a file that was offered for a person's OneDrive.</summary>
internal sealed class FileConversation(FileOffers offers, FileHandover handover, FileSender sender, FileRefusalLog refusals, Audit audit)
    : IConversation
{
    public IEnumerable<BotCommand> Commands => [];

    public IEnumerable<CardVerb> Verbs => [];

    public IEnumerable<NamedInvoke> Invokes => [new(FileConsentAnswer.InvokeName, AnswerAsync)];

    private async Task<InvokeAnswer> AnswerAsync(ITurn turn, CancellationToken cancellationToken)
    {
        var answer = FileConsentAnswer.In(turn.Activity);
        var found = Ids.Read<FileOffer>(answer?.Context?.Offer) is { } id
            ? await offers.FindAsync(id, Sender.IdOf(turn), cancellationToken)
            : null;
        if (found is null)
        {
            // Somebody passed the card on, or made the data up.
            await audit.RefusedAsync(Sender.IdOf(turn), FileAudit.Fetch, FileRefusals.NotYours, null, cancellationToken);
            await turn.SendActivityAsync(SmallTalkCards.Sentence(FileRefusals.NotYours.Sentence), cancellationToken);
            return InvokeAnswer.Taken;
        }

        // Claimed before anything is done, whatever the answer was, so that a second click finds nothing to do.
        if (found.Value.State != FileOfferState.Ready || !await offers.ClaimAsync(found.Value.Offer.Id, cancellationToken))
        {
            await refusals.LateAsync(found.Value.Offer, found.Value.State, cancellationToken);
            await turn.SendActivityAsync(SmallTalkCards.Sentence(FileCards.TooLate), cancellationToken);
            return InvokeAnswer.Taken;
        }

        if (answer!.IsAccepted)
        {
            sender.Start(turn.Activity, found.Value.Offer, answer.UploadInfo);
        }
        else
        {
            await turn.SendActivityAsync(
                await handover.InsteadAsync(found.Value.Offer, FileCards.Declined, cancellationToken),
                cancellationToken
            );
        }

        return InvokeAnswer.Taken;
    }
}
