using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>Something that could happen at the practice this week, what one could do, and the clause that says what is right.</summary>
/// <param name="Id">Unique in the module; stands in attempts, so it is never used again for another scenario.</param>
/// <param name="Section">The heading of the section that it rests on, exactly as in the policy.</param>
/// <param name="Audience">Whose own scenario it is; null for everybody's.</param>
/// <param name="Text">What happens.</param>
/// <param name="Options">What one could do, in the order of the file. People see them shuffled.</param>
/// <param name="Answer">Which option is right, from 0.</param>
/// <param name="Clause">The clause that says so, verbatim and whole.</param>
/// <param name="Address">Where the section can be read.</param>
/// <param name="Why">Why it is right, in plain words.</param>
public sealed record Scenario(
    string Id,
    string Section,
    StaffRole? Audience,
    string Text,
    IReadOnlyList<string> Options,
    int Answer,
    string Clause,
    Uri Address,
    string Why
)
{
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
