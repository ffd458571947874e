using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training.Scenarios;

/// <summary>
/// Adds, changes and sets aside scenarios for practice managers. Each is a new revision, so that attempts under way go on with what
/// they were drawn from.
/// </summary>
public sealed class EditScenarios(
    UnitOfWork unitOfWork,
    TrainingScenarios scenarios,
    ReviewScenario review,
    StaffOptions staff,
    Audit audit,
    TimeProvider time
)
{
    /// <summary>Returns a name for a new scenario. Each form has its own, so that it adds one scenario however often it is sent.</summary>
    public static string NewName() => ScenarioIds.New(Guid.NewGuid());

    /// <summary>Saves a scenario as it was reviewed.</summary>
    /// <param name="by">The practice manager.</param>
    /// <param name="name">The name of the scenario.</param>
    /// <param name="seen">The revision that the practice manager saw; 0 for a new one.</param>
    /// <param name="written">What they wrote.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<Refusal?> SaveAsync(
        ActingManager by,
        string name,
        int seen,
        WrittenScenario written,
        CancellationToken cancellationToken
    )
    {
        var reviewed = review.Review(written);
        return reviewed.Value is { } scenario
            ? await AddAsync(
                by,
                name,
                seen,
                ScenarioAudit.Saved,
                _ =>
                    new()
                    {
                        Id = name,
                        Section = scenario.Section.Heading,
                        Quote = scenario.Clause,
                        Audience = scenario.Masked.Audience,
                        Scenario = scenario.Masked.Text,
                        Options = [.. scenario.Options],
                        Answer = scenario.Answer,
                        Why = scenario.Masked.Why,
                    },
                cancellationToken
            )
            : reviewed.Refusal;
    }

    /// <summary>Sets a scenario aside, so that no new attempt asks it.</summary>
    public Task<Refusal?> SetAsideAsync(ActingManager by, string name, int seen, CancellationToken cancellationToken) =>
        AddAsync(by, name, seen, ScenarioAudit.SetAside, before => before, cancellationToken);

    /// <summary>Puts a scenario that was set aside into use again. The policy must still have its clause.</summary>
    public async Task<Refusal?> UseAsync(ActingManager by, string name, int seen, CancellationToken cancellationToken) =>
        scenarios.Find(name) is { Clause: null }
            ? ScenarioRefusals.ClauseGone
            : await AddAsync(by, name, seen, ScenarioAudit.Used, before => before, cancellationToken);

    private async Task<Refusal?> AddAsync(
        ActingManager by,
        string name,
        int seen,
        AuditedAction action,
        Func<ScenarioLine?, ScenarioLine?> make,
        CancellationToken cancellationToken
    )
    {
        if (!staff.ActsAsManager(by.Id))
        {
            return ScenarioRefusals.NotAllowed;
        }

        var refusal = await unitOfWork.WriteAsync<Refusal?>(
            async database =>
            {
                var revisions = await TrainingScenarios.AllAsync(database, cancellationToken);
                var newest = revisions.LastOrDefault(revision => revision.ScenarioName == name);
                var before = newest?.Line ?? scenarios.InFile(name);
                if (make(before) is not { } line || (before is null && (seen != 0 || !ScenarioIds.IsNew(name))))
                {
                    return ScenarioRefusals.NoSuchScenario;
                }

                var next = ScenarioRevision.Of(line with { Revision = seen + 1 }, action == ScenarioAudit.SetAside, time.GetUtcNow(), by);
                if ((newest?.Number ?? 0) != seen)
                {
                    // The same form may arrive twice.
                    return newest is not null && AreSame(newest, next) ? null : ScenarioRefusals.Changed;
                }

                return scenarios.Suffice([.. revisions, next])
                    ? await StoreAsync(database, next, by, action, cancellationToken)
                    : ScenarioRefusals.TooFew;
            },
            cancellationToken
        );
        await scenarios.RefreshAsync(cancellationToken);
        return refusal;
    }

    private async Task<Refusal?> StoreAsync(
        HartwoodDbContext database,
        ScenarioRevision next,
        ActingManager by,
        AuditedAction action,
        CancellationToken cancellationToken
    )
    {
        try
        {
            database.ScenarioRevisions.Add(next);
            await audit.DidAsync(database, by.Id, action, next.ScenarioName, cancellationToken);
            return null;
        }
        catch (DbUpdateException)
        {
            // Somebody else has added the same revision at this moment; the key accepts only one.
            await database.Database.RollbackTransactionAsync(cancellationToken);
            return ScenarioRefusals.Changed;
        }
    }

    private static bool AreSame(ScenarioRevision one, ScenarioRevision other) =>
        (one.Number, one.ById, one.IsSetAside, one.Section, one.Quote, one.Audience, one.Text, one.Options, one.Answer, one.Why)
        == (
            other.Number,
            other.ById,
            other.IsSetAside,
            other.Section,
            other.Quote,
            other.Audience,
            other.Text,
            other.Options,
            other.Answer,
            other.Why
        );
}
