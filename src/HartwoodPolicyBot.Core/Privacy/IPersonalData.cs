using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot.Core.Privacy;

/// <summary>Shows a person what one feature stores about them, and deletes what can be deleted on request.</summary>
public interface IPersonalData
{
    /// <summary>The group under which the person sees it on the card.</summary>
    DataGroup Group => DataGroup.You;

    /// <summary>Returns everything that is stored, by kind. A kind without records is included too.</summary>
    Task<IReadOnlyList<PersonalRecords>> AboutAsync(HartwoodDbContext database, DataSubject person, CancellationToken cancellationToken);

    /// <summary>Says whether the bot must still be able to tell this person something.</summary>
    Task<bool> MustReachAsync(HartwoodDbContext database, DataSubject person, CancellationToken cancellationToken) =>
        Task.FromResult(false);

    /// <summary>Deletes what can be deleted on request, in the caller's transaction.</summary>
    Task<IReadOnlyList<Deleted>> DeleteAsync(HartwoodDbContext database, DataSubject person, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Deleted>>([]);
}

/// <summary>Identifies the person whose data is asked for. People can only ask for their own.</summary>
/// <param name="Person">The person who asks.</param>
/// <param name="IsWaitedFor">Whether the bot still has to tell them something, so that their chat stays known.</param>
public sealed record DataSubject(PersonId Person, bool IsWaitedFor = false)
{
    /// <summary>The id in the form that most tables store.</summary>
    public string Id => Person.Value;

    /// <summary>The id as Teams gives it, which some tables store.</summary>
    public string Given => Person.Given;
}

/// <summary>Represents one kind of records about a person.</summary>
/// <param name="Title">The kind, such as "Reports of incidents".</param>
/// <param name="Why">A sentence that says why they are kept.</param>
/// <param name="HowLong">A sentence that says until when.</param>
/// <param name="Records">The records.</param>
public sealed record PersonalRecords(string Title, string Why, string HowLong, IReadOnlyList<PersonalRecord> Records)
{
    /// <summary>The group under which the card counts them.</summary>
    public DataGroup Group { get; init; } = DataGroup.You;

    /// <summary>The number of records that are deleted if the person asks.</summary>
    public int MayGo => Records.Count(record => record.MayGo);
}

/// <summary>Represents one record, as names and values that a person can read.</summary>
public sealed record PersonalRecord(IReadOnlyList<PersonalField> Fields, bool MayGo = false)
{
    /// <summary>Makes a record, without the fields that have no value.</summary>
    public static PersonalRecord Of(bool mayGo, params IEnumerable<(string Name, string? Value)> fields) =>
        new(
            [.. fields.Where(field => !string.IsNullOrEmpty(field.Value)).Select(field => new PersonalField(field.Name, field.Value!))],
            mayGo
        );

    public static PersonalRecord Of(params IEnumerable<(string Name, string? Value)> fields) => Of(false, fields);
}

/// <summary>Represents one value of a record, with its name.</summary>
public sealed record PersonalField(string Name, string Value);

/// <summary>Says under which of a few headings a person finds what is stored about them.</summary>
public enum DataGroup
{
    /// <summary>Who they are, and what they did with the bot.</summary>
    You = 1,

    /// <summary>Training, and policies to read.</summary>
    Training = 2,

    /// <summary>Reports of incidents, and questions to the practice manager.</summary>
    Reports = 3,

    /// <summary>Messages and files that the bot sent them.</summary>
    Messages = 4,
}
