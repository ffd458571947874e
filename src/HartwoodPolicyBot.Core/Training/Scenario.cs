using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>Represents a situation at the practice, with options for what to do and the clause that decides which is right.</summary>
public sealed record Scenario
{
    /// <summary>
    /// The id, unique in the module. Attempts store it, so it is never used again for another scenario. A scenario that the practice
    /// has changed has another id than before.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The heading of the section that the scenario is based on, exactly as in the policy.</summary>
    public required string Section { get; init; }

    /// <summary>The id of that section, with which a row opens it.</summary>
    public required string SectionId { get; init; }

    /// <summary>The role that the scenario is for; null for everybody.</summary>
    public StaffRole? Audience { get; init; }

    /// <summary>The situation.</summary>
    public required string Text { get; init; }

    /// <summary>The options, in the order of the file. People see them shuffled.</summary>
    public required IReadOnlyList<string> Options { get; init; }

    /// <summary>The right option, by its place from 0.</summary>
    public required int Answer { get; init; }

    /// <summary>The clause that decides, verbatim and whole.</summary>
    public required string Clause { get; init; }

    /// <summary>The link to the section.</summary>
    public required Uri Address { get; init; }

    /// <summary>The reason why the option is right, in plain words.</summary>
    public required string Why { get; init; }

    public bool IsFor(StaffRole role) => Audience is null || Audience == role;
}

/// <summary>Represents a group of related sections. Each attempt has at least one scenario from every group.</summary>
public sealed record ClauseGroup(string Name, IReadOnlyList<string> Sections);

/// <summary>Holds the policy that the training is about, with the links to its sections, which only the bot knows.</summary>
/// <param name="Title">The title of the policy.</param>
/// <param name="ShownVersion">The title that people read, with the version if one is stated.</param>
/// <param name="Version">The version that is recorded, which changes with every change of the text.</param>
/// <param name="Sections">The sections, with their clauses.</param>
public sealed record TrainingPolicy(string Title, string ShownVersion, string Version, IReadOnlyList<TrainingSection> Sections);

/// <summary>Holds a section of that policy.</summary>
/// <param name="Heading">The heading exactly as in the policy.</param>
/// <param name="Clauses">The clauses, word for word.</param>
/// <param name="Address">The link to the section.</param>
public sealed record TrainingSection(string Heading, IReadOnlyList<string> Clauses, Uri Address)
{
    /// <summary>The id of the section in the policy library.</summary>
    public required string Id { get; init; }

    /// <summary>The headings that the section had before it was renamed, by which scenarios may name it.</summary>
    public IReadOnlyList<string> KnownAs { get; init; } = [Heading];
}

/// <summary>Reports a scenario file that can't be used. The message says which scenario and why, in one line.</summary>
public sealed class ScenarioFileException(string file, string what) : SetUpException($"The training file {Path.GetFileName(file)} {what}.");
