using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training.Scenarios;

/// <summary>
/// Holds the scenarios of the file and those of the practice in memory, and keeps the training equal to both. A change in this
/// instance takes effect at once, and one in another instance at the next refresh, four times a second.
/// </summary>
public sealed class TrainingScenarios(
    string? file,
    TrainingModule module,
    TrainingOptions options,
    IDbContextFactory<HartwoodDbContext> databases
) : IDisposable
{
    private readonly ScenarioFile.Contents? read = file is null ? null : ScenarioFile.Read(file);
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly Lock replacing = new();
    private volatile Loaded current = new([], null);

    /// <summary>The slug of the policy that the file teaches; null without a file.</summary>
    public string? PolicySlug => read?.Policy;

    private IReadOnlyList<ScenarioLine> Shipped => read?.Scenarios ?? [];

    /// <summary>Reads the practice's scenarios again if anything about them has changed in the database.</summary>
    /// <returns>True when something had changed.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var stamp = await database
                .ScenarioRevisions.GroupBy(_ => 1)
                .Select(all => new Stamp(all.Count(), all.Max(revision => revision.At)))
                .SingleOrDefaultAsync(cancellationToken);
            if (stamp == current.Stamp)
            {
                return false;
            }

            var revisions = await AllAsync(database, cancellationToken);
            lock (replacing)
            {
                current = new(revisions, stamp);
                module.Replace(Of(module.Policy, revisions));
            }

            return true;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Returns the training on a version of the policy, with the practice's scenarios as they are now.</summary>
    public TrainingModule Of(TrainingPolicy? policy) => Of(policy, current.Revisions);

    /// <summary>Makes the training on another version beside the present one, and returns the step that puts it in its place.</summary>
    public Action Follow(TrainingPolicy? policy)
    {
        var revisions = current.Revisions;
        var prepared = Of(policy, revisions);
        return () =>
        {
            lock (replacing)
            {
                module.Replace(revisions == current.Revisions ? prepared : Of(policy, current.Revisions));
            }
        };
    }

    /// <summary>Returns all scenarios as they are now: those of the file in its order, then those that the practice has added.</summary>
    public IReadOnlyList<ListedScenario> All()
    {
        var newest = ScenarioLines.Newest(current.Revisions);
        var stale = module.SetAside.ToDictionary(aside => ScenarioIds.NameIn(aside.Id), aside => aside.Why, StringComparer.Ordinal);
        return
        [
            .. Shipped
                .Select(line => line.Id!)
                .Concat(newest.Keys)
                .Distinct(StringComparer.Ordinal)
                .Select(name =>
                {
                    var revision = newest.GetValueOrDefault(name);
                    var line = revision?.Line ?? Shipped.First(line => line.Id == name);
                    return new ListedScenario(
                        name,
                        line,
                        revision,
                        revision is { IsSetAside: true } ? null : stale.GetValueOrDefault(name),
                        module.Policy.Sections.FirstOrDefault(section => section.KnownAs.Contains(line.Section!))
                    );
                }),
        ];
    }

    public ListedScenario? Find(string? name) => All().FirstOrDefault(scenario => scenario.Name == name);

    /// <summary>Returns the scenario as the file has it; null for one that the practice has added.</summary>
    internal ScenarioLine? InFile(string name) => Shipped.FirstOrDefault(line => line.Id == name);

    /// <summary>Says whether training could go on with these revisions as well as it does now.</summary>
    internal bool Suffice(IReadOnlyList<ScenarioRevision> revisions) =>
        !module.IsOffered || Of(module.Policy, revisions) is { IsOffered: true } next && next.Groups.Count >= module.Groups.Count;

    internal static Task<List<ScenarioRevision>> AllAsync(HartwoodDbContext database, CancellationToken cancellationToken) =>
        database
            .ScenarioRevisions.AsNoTracking()
            .OrderBy(revision => revision.ScenarioName)
            .ThenBy(revision => revision.Number)
            .ToListAsync(cancellationToken);

    public void Dispose() => one.Dispose();

    private TrainingModule Of(TrainingPolicy? policy, IReadOnlyList<ScenarioRevision> revisions) =>
        file is null || read is null || policy is not { Sections.Count: > 0 }
            ? new TrainingModule(new("", "", "", []), [], [])
            : ScenarioFile.WhatFits(file, read, policy, options, revisions);

    /// <summary>Tells whether anything was written: rows are only added, and old ones deleted.</summary>
    private sealed record Stamp(int Count, DateTimeOffset Newest);

    private sealed record Loaded(IReadOnlyList<ScenarioRevision> Revisions, Stamp? Stamp);
}
