using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Bot;

/// <summary>
/// Keeps the chats of those whom the bot may have to write to first: practice managers and the person for reports about
/// them. Training keeps the chat of whoever adds the bot or begins; reporting that of who asks to be told.
/// </summary>
public sealed class KnownStaff(StaffContacts contacts, StaffOptions staff, IncidentOptions incidents)
{
    /// <summary>Teams gives a name nearly always.</summary>
    public const string NameUnknown = "Name not known";

    public Task NoteAsync(Activity activity, CancellationToken cancellationToken) =>
        Sender.IsPersonal(activity) && Sender.IdOf(activity) is var person
        && (staff.IsPracticeManager(person) || person.Equals(incidents.SpeakUpPerson, StringComparison.OrdinalIgnoreCase))
            ? contacts.NoteAsync(person, activity.ServiceUrl!, activity.Conversation!.Id!, cancellationToken)
            : Task.CompletedTask;

    /// <summary>The bot was added to a chat again: what waits for that person can go.</summary>
    public Task AddedAsync(Activity activity, CancellationToken cancellationToken) =>
        Sender.IsPersonal(activity)
            ? contacts.NoteIfAwaitedAsync(Sender.IdOf(activity), activity.ServiceUrl!, activity.Conversation!.Id!, cancellationToken)
            : Task.CompletedTask;

    public Task RemovedAsync(Activity activity, CancellationToken cancellationToken) =>
        contacts.ForgetAsync(activity.Conversation!.Id!, cancellationToken);
}
