using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot.Core.Privacy;

/// <summary>What one feature keeps about a person, for that person to see, and what of it may go when they ask.</summary>
public interface IPersonalData
{
    /// <summary>Everything, kind by kind; kinds of which there is nothing are named too.</summary>
    Task<IReadOnlyList<PersonalRecords>> AboutAsync(HartwoodDbContext database, DataSubject person, CancellationToken cancellationToken);

    /// <summary>Is there something of which the bot must still be able to tell this person?</summary>
    Task<bool> MustReachAsync(HartwoodDbContext database, DataSubject person, CancellationToken cancellationToken) =>
        Task.FromResult(false);

    /// <summary>Deletes what may go, in the caller's transaction.</summary>
    Task<IReadOnlyList<Deleted>> DeleteAsync(HartwoodDbContext database, DataSubject person, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Deleted>>([]);
}

/// <summary>Whose data is asked for: always the person's own.</summary>
/// <param name="Person">Who asks.</param>
/// <param name="IsWaitedFor">Something must still be told to them, so the way to them stays.</param>
public sealed record DataSubject(PersonId Person, bool IsWaitedFor = false)
{
    /// <summary>As most tables have it.</summary>
    public string Id => Person.Value;

    /// <summary>As Teams gives it, and some tables have it.</summary>
    public string Given => Person.Given;
}

/// <summary>One kind of what is kept about a person.</summary>
/// <param name="Title">What it is: "Reports of incidents".</param>
/// <param name="Why">What it is kept for, as a sentence.</param>
/// <param name="HowLong">Until when, as a sentence.</param>
/// <param name="Records">Each of them.</param>
public sealed record PersonalRecords(string Title, string Why, string HowLong, IReadOnlyList<PersonalRecord> Records)
{
    /// <summary>How many of them go when the person asks.</summary>
    public int MayGo => Records.Count(record => record.MayGo);
}

/// <summary>One record, as names and values that a person can read.</summary>
public sealed record PersonalRecord(IReadOnlyList<PersonalField> Fields, bool MayGo = false)
{
    /// <summary>Leaves out what is not there.</summary>
    public static PersonalRecord Of(bool mayGo, params IEnumerable<(string Name, string? Value)> fields) =>
        new(
            [.. fields.Where(field => !string.IsNullOrEmpty(field.Value)).Select(field => new PersonalField(field.Name, field.Value!))],
            mayGo
        );

    public static PersonalRecord Of(params IEnumerable<(string Name, string? Value)> fields) => Of(false, fields);
}

public sealed record PersonalField(string Name, string Value);
