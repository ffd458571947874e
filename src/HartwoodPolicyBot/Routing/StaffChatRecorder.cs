using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// Stores the chats of the people whom the bot may have to write to first: practice managers and the speak-up person. Training
/// stores the chat of whoever adds the bot or starts an attempt; reporting stores the chat of a reporter who asks to be told.
/// Anybody else's chat is stored when a delivery is waiting for them.
/// </summary>
internal sealed class StaffChatRecorder(StaffContacts contacts, AlwaysReachable always, WaitingRecipients awaited)
{
    /// <summary>A rare case: Teams nearly always gives a name.</summary>
    public const string NameUnknown = "Name unknown";

    /// <summary>
    /// Notes that somebody wrote or clicked in their own chat, so that they have not blocked the bot, or no longer do.
    /// </summary>
    public async Task RecordAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        if (!Sender.IsPersonal(activity) || Sender.IsBot(activity))
        {
            return;
        }

        var person = Sender.IdOf(activity);
        if (activity.Type is ActivityKinds.InstallationUpdate or ActivityKinds.ConversationUpdate)
        {
            contacts.LookAgain(person);
        }

        if (await awaited.TakeAsync(Recipient.Person(person), cancellationToken))
        {
            await AddedAsync(activity, cancellationToken);
        }

        if (always.Includes(person))
        {
            await contacts.RecordAsync(person, activity.ServiceUrl!, activity.Conversation!.Id!, cancellationToken);
        }
    }

    /// <summary>
    /// Notes that the bot was added to a chat again, so that deliveries which wait for that person can be sent.
    /// </summary>
    public Task AddedAsync(TeamsActivity activity, CancellationToken cancellationToken) =>
        Sender.IsPersonal(activity)
            ? contacts.RecordIfAwaitedAsync(Sender.IdOf(activity), activity.ServiceUrl!, activity.Conversation!.Id!, cancellationToken)
            : Task.CompletedTask;

    public Task RemovedAsync(TeamsActivity activity, CancellationToken cancellationToken) =>
        contacts.ForgetAsync(activity.Conversation!.Id!, cancellationToken);
}
