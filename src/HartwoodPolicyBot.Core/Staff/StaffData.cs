using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>
/// What is stored about a person as a member of staff: who they are, how to write to them, and their entries in the audit.
/// </summary>
public sealed class StaffData(
    StaffContacts contacts,
    AlwaysReachable always,
    StaffOptions staff,
    PrivacyOptions privacy,
    IEnumerable<AuditWords> words
) : IPersonalData
{
    /// <summary>Steps that came too early or too late, and forms that lacked something.</summary>
    private const string OtherReason = "It wasn't possible at that stage.";

    private readonly Dictionary<string, AuditedAction> actions = words
        .SelectMany(feature => feature.Actions)
        .ToDictionary(action => action.Code, StringComparer.Ordinal);

    private readonly Dictionary<string, AuditedAttempt> attempts = words
        .SelectMany(feature => feature.Attempts)
        .ToDictionary(attempt => attempt.Code, StringComparer.Ordinal);

    private readonly Dictionary<string, AuditedReason> reasons = words
        .SelectMany(feature => feature.Reasons)
        .ToDictionary(reason => reason.Code, StringComparer.Ordinal);

    public async Task<IReadOnlyList<PersonalRecords>> AboutAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    )
    {
        var known = await database.StaffMembers.AsNoTracking().Where(row => row.PersonId == person.Id).ToListAsync(cancellationToken);
        var chats = await database.StaffContacts.AsNoTracking().Where(row => row.PersonId == person.Id).ToListAsync(cancellationToken);
        var installed = await StaffContacts
            .InstallationsOf(database, database.StaffContacts.Where(row => row.PersonId == person.Id))
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var refused = await database
            .RefusedAttempts.AsNoTracking()
            .Where(row => row.PersonId == person.Id || row.PersonId == person.Given)
            .OrderBy(row => row.At)
            .ToListAsync(cancellationToken);
        var did = await database
            .ManagerActions.AsNoTracking()
            .Where(row => row.ManagerId == person.Id)
            .OrderBy(row => row.At)
            .ToListAsync(cancellationToken);
        var done = await database
            .ManagerActions.AsNoTracking()
            .Where(row => row.Subject == person.Id)
            .OrderBy(row => row.At)
            .ToListAsync(cancellationToken);
        return
        [
            new(
                "Your details",
                "So I can send you training and policies.",
                $"Kept while you work here, and {privacy.TrainingYears} years after the practice manager marks you as "
                    + "having left. Training records refer to it.",
                [
                    .. known.Select(row =>
                        PersonalRecord.Of(
                            ("Name", row.Name),
                            ("Role", StaffRoleWords.Of(row.Role)),
                            ("Entra id", row.PersonId),
                            ("Known since", PracticeTime.Text(row.NotedAt)),
                            ("Marked as having left", TextOf(row.SetAsideAt))
                        )
                    ),
                ]
            ),
            new(
                "Your chat with me",
                "So I can message you first.",
                !MayGo(person)
                    ? "Kept until you remove me. I may need it for your role, or to message you about training, a policy, a "
                        + "report or a question."
                    : "You can delete it. It's also deleted when you remove me. I save it again when you start training or ask "
                        + "me to tell you something.",
                [
                    .. chats.Select(row =>
                        PersonalRecord.Of(
                            MayGo(person),
                            ("Chat", row.ConversationId),
                            ("Teams' address", row.ServiceUrl),
                            ("Saved on", PracticeTime.Text(PracticeTime.DateOf(row.NotedAt)))
                        )
                    ),
                ]
            ),
            new(
                "That you've added me",
                "So I welcome you only once.",
                "Kept as long as your chat with me. If you delete it, I may welcome you again after an update.",
                [
                    .. installed.Select(row =>
                        PersonalRecord.Of(
                            MayGo(person),
                            ("Chat", row.Place),
                            ("Since", PracticeTime.Text(PracticeTime.DateOf(row.InstalledAt)))
                        )
                    ),
                ]
            ),
            new(
                "Blocked actions",
                "So we can spot misuse. Most are just slips.",
                $"Kept for {privacy.RefusedAttemptDays} days.",
                [
                    .. refused.Select(row =>
                        PersonalRecord.Of(
                            ("When", PracticeTime.Text(row.At)),
                            ("You wanted", attempts.GetValueOrDefault(row.Action)?.Wanted ?? row.Action),
                            ("Why not", reasons.GetValueOrDefault(row.Code)?.WhyNot ?? OtherReason),
                            ("About", row.Reference)
                        )
                    ),
                ]
            ),
            new(
                staff.IsDeputy(person.Person) ? "What you've done as a deputy" : "What you've done as a practice manager",
                "Because it affects other people's records.",
                $"Kept for {privacy.AuditYears} years.",
                [
                    .. did.Select(row =>
                        PersonalRecord.Of(
                            ("When", PracticeTime.Text(row.At)),
                            ("What", actions.GetValueOrDefault(row.Action)?.Did ?? row.Action)
                        )
                    ),
                ]
            ),
            new(
                "What practice managers have done about you",
                "So it's clear later who decided what.",
                $"Kept for {privacy.AuditYears} years.",
                [
                    .. done.Select(row =>
                        PersonalRecord.Of(
                            ("When", PracticeTime.Text(row.At)),
                            ("What", actions.GetValueOrDefault(row.Action)?.DoneToYou ?? row.Action)
                        )
                    ),
                ]
            ),
        ];
    }

    public async Task<IReadOnlyList<Deleted>> DeleteAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    ) => MayGo(person) ? await contacts.ForgetPersonAsync(database, person.Person, cancellationToken) : [];

    private bool MayGo(DataSubject person) => !person.IsWaitedFor && !always.Includes(person.Person);

    private static string? TextOf(DateTimeOffset? time) => time is { } at ? PracticeTime.Text(at) : null;
}
