using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>
/// Shows people what is stored about them as a member of staff: who they are, how to write to them, and their entries in the audit.
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
    ) =>
        [
            await DetailsAsync(database, person, cancellationToken),
            await ChatsAsync(database, person, cancellationToken),
            await InstallationsAsync(database, person, cancellationToken),
            await RefusedAsync(database, person, cancellationToken),
            await DoneByThemAsync(database, person, cancellationToken),
            await DoneAboutThemAsync(database, person, cancellationToken),
        ];

    public async Task<IReadOnlyList<Deleted>> DeleteAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    ) => MayGo(person) ? await contacts.ForgetPersonAsync(database, person.Person, cancellationToken) : [];

    private async Task<PersonalRecords> DetailsAsync(HartwoodDbContext database, DataSubject person, CancellationToken cancellationToken)
    {
        var known = await database.StaffMembers.AsNoTracking().Where(row => row.PersonId == person.Id).ToListAsync(cancellationToken);
        return new(
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
        );
    }

    private async Task<PersonalRecords> ChatsAsync(HartwoodDbContext database, DataSubject person, CancellationToken cancellationToken)
    {
        var chats = await database.StaffContacts.AsNoTracking().Where(row => row.PersonId == person.Id).ToListAsync(cancellationToken);
        return new(
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
        );
    }

    private async Task<PersonalRecords> InstallationsAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    )
    {
        var installed = await StaffContacts
            .InstallationsOf(database, database.StaffContacts.Where(row => row.PersonId == person.Id))
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return new(
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
        );
    }

    private async Task<PersonalRecords> RefusedAsync(HartwoodDbContext database, DataSubject person, CancellationToken cancellationToken)
    {
        var refused = await database
            .RefusedAttempts.AsNoTracking()
            .Where(row => row.PersonId == person.Id || row.PersonId == person.Given)
            .OrderBy(row => row.At)
            .ToListAsync(cancellationToken);
        return new(
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
        );
    }

    private async Task<PersonalRecords> DoneByThemAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    ) =>
        new(
            staff.IsDeputy(person.Person) ? "What you've done as a deputy" : "What you've done as a practice manager",
            "Because it affects other people's records.",
            $"Kept for {privacy.AuditYears} years.",
            await ActionsAsync(database.ManagerActions.Where(row => row.ManagerId == person.Id), action => action.Did, cancellationToken)
        );

    private async Task<PersonalRecords> DoneAboutThemAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    ) =>
        new(
            "What practice managers have done about you",
            "So it's clear later who decided what.",
            $"Kept for {privacy.AuditYears} years.",
            await ActionsAsync(
                database.ManagerActions.Where(row => row.Subject == person.Id),
                action => action.DoneToYou,
                cancellationToken
            )
        );

    private async Task<IReadOnlyList<PersonalRecord>> ActionsAsync(
        IQueryable<ManagerAction> rows,
        Func<AuditedAction, string?> wordsOf,
        CancellationToken cancellationToken
    )
    {
        var ordered = await rows.AsNoTracking().OrderBy(row => row.At).ToListAsync(cancellationToken);
        return
        [
            .. ordered.Select(row =>
                PersonalRecord.Of(
                    ("When", PracticeTime.Text(row.At)),
                    ("What", actions.GetValueOrDefault(row.Action) is { } action && wordsOf(action) is { } said ? said : row.Action)
                )
            ),
        ];
    }

    private bool MayGo(DataSubject person) => !person.IsWaitedFor && !always.Includes(person.Person);

    private static string? TextOf(DateTimeOffset? time) => time is { } at ? PracticeTime.Text(at) : null;
}
