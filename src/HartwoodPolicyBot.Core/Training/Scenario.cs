using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>Something that could happen at the practice this week, what one could do, and the clause that says what is right.</summary>
public sealed record Scenario
{
    /// <summary>Unique in the module; stands in attempts, so it is never used again for another scenario.</summary>
    public required string Id { get; init; }

    /// <summary>The heading of the section that it rests on, exactly as in the policy.</summary>
    public required string Section { get; init; }

    /// <summary>Whose own scenario it is; null for everybody's.</summary>
    public StaffRole? Audience { get; init; }

    /// <summary>What happens.</summary>
    public required string Text { get; init; }

    /// <summary>What one could do, in the order of the file. People see them shuffled.</summary>
    public required IReadOnlyList<string> Options { get; init; }

    /// <summary>Which option is right, from 0.</summary>
    public required int Answer { get; init; }

    /// <summary>The clause that says so, verbatim and whole.</summary>
    public required string Clause { get; init; }

    /// <summary>Where the section can be read.</summary>
    public required Uri Address { get; init; }

    /// <summary>Why it is right, in plain words.</summary>
    public required string Why { get; init; }

    public bool IsFor(StaffRole role) => Audience is null || Audience == role;
}

/// <summary>Sections that belong together: each attempt meets every group at least once.</summary>
public sealed record ClauseGroup(string Name, IReadOnlyList<string> Sections);

/// <summary>The policy as the module needs it. Core's features do not know each other, so the bot hands it over.</summary>
/// <param name="Title">From the policy.</param>
/// <param name="ShownVersion">What people read: the stated version, or that none is stated.</param>
/// <param name="Version">What is recorded: changes with every change of the text.</param>
/// <param name="Sections">Headings with their clauses.</param>
public sealed record TaughtPolicy(string Title, string ShownVersion, string Version, IReadOnlyList<TaughtSection> Sections);

/// <summary>A heading and its clauses, verbatim, and where they can be read.</summary>
public sealed record TaughtSection(string Heading, IReadOnlyList<string> Clauses, Uri Address);

/// <summary>A scenario file cannot be used; the message says which scenario, and why, in one line.</summary>
public sealed class ScenarioFileException(string file, string what) : Exception($"The training file {Path.GetFileName(file)} {what}.");
