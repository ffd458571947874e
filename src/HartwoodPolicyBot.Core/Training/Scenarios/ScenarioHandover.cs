using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;

namespace HartwoodPolicyBot.Core.Training.Scenarios;

/// <summary>
/// Sends the form of a new scenario to a practice manager's own chat, because everybody in a channel would see the right answer. The
/// key of the message holds all that the form is filled in with: a clause, and what it is about.
/// </summary>
public sealed class ScenarioHandover(UnitOfWork unitOfWork, Outbox outbox)
{
    public const string Kind = "training-scenario";
    public const int LongestAbout = 60;

    /// <summary>The kind with its words for people.</summary>
    public static DeliveryKind Described { get; } = new(Kind, "Form for a training scenario");

    /// <summary>Returns the key of a clause that is quoted by a card; null if the policy that is taught doesn't have it.</summary>
    public static string? ClauseOf(TrainingPolicy policy, string? heading, string? clause) =>
        policy.Sections.FirstOrDefault(section => section.KnownAs.Contains(heading ?? "") || section.Heading == heading) is { } section
        && section.Clauses.Contains(clause)
            ? ClauseKeys.Of(section, clause!)
            : null;

    public Task SendAsync(PersonId managerId, string? clauseKey, string about, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        var row = outbox.Plan($"{Kind}:{id:N}:{clauseKey}:{about}", Kind, id, 0, Recipient.Person(managerId), 0);
        return unitOfWork.WriteAsync(database => Outbox.PlanOnceAsync(database, row, cancellationToken), cancellationToken);
    }

    /// <summary>Returns the clause and what it is about, from the key of a delivery; null for another key.</summary>
    public static (string Clause, string About)? Read(string key) =>
        key.Split(':', 4) is [Kind, _, var clause, var about] ? (clause, about) : null;
}
