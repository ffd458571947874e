using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// Keeps the chats of those whom the bot may have to write to first: practice managers and the person for reports about
/// them. Training keeps the chat of whoever adds the bot or begins; reporting that of who asks to be told. Anybody else's is
/// kept when something waits for them.
/// </summary>
public sealed class StaffChatRecorder(StaffContacts contacts, AlwaysReachable always, WaitingRecipients awaited)
{
    /// <summary>Teams gives a name nearly always.</summary>
    public const string NameUnknown = "Name not known";

    /// <summary>Somebody wrote or clicked in their own chat: they have not blocked the bot, or no longer.</summary>
    public async Task NoteAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        if (!Sender.IsPersonal(activity))
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
            await contacts.NoteAsync(person, activity.ServiceUrl!, activity.Conversation!.Id!, cancellationToken);
        }
    }

    /// <summary>The bot was added to a chat again: what waits for that person can go.</summary>
    public Task AddedAsync(TeamsActivity activity, CancellationToken cancellationToken) =>
        Sender.IsPersonal(activity)
            ? contacts.NoteIfAwaitedAsync(Sender.IdOf(activity), activity.ServiceUrl!, activity.Conversation!.Id!, cancellationToken)
            : Task.CompletedTask;

    public Task RemovedAsync(TeamsActivity activity, CancellationToken cancellationToken) =>
        contacts.ForgetAsync(activity.Conversation!.Id!, cancellationToken);
}
