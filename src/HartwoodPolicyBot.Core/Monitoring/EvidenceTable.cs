namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Represents a table of the evidence pack, whose rows are read one by one.</summary>
/// <param name="Title">The title, short enough for the name of a sheet.</param>
/// <param name="Headings">The first row.</param>
/// <param name="Rows">The rows, which are read again each time.</param>
/// <param name="Note">What the reader must know about the table.</param>
public sealed record EvidenceTable(
    string Title,
    IReadOnlyList<string> Headings,
    Func<CancellationToken, IAsyncEnumerable<IReadOnlyList<ReportCell>>> Rows,
    string? Note = null
)
{
    public EvidenceTable(string title, IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<ReportCell>> rows, string? note = null)
        : this(title, headings, _ => rows.ToAsyncEnumerable(), note) { }
}

/// <summary>Represents a policy that is in force, or an earlier version that staff were asked to read or trained on.</summary>
/// <param name="FileName">The name of the file that holds its text; null if the bot has not kept it.</param>
/// <param name="Text">The policy word for word, as Markdown; null with the name of the file.</param>
public sealed record EvidencePolicy(string Title, string Version, string Owner, string Fingerprint, string? FileName, string? Text);

/// <summary>
/// Represents an incident as the pack shows it: what happened, what was done and what was learned. Reporters are not named.
/// </summary>
/// <param name="Reported">When it was reported. Of an anonymous report only the day is known.</param>
/// <param name="Facts">Names and values.</param>
/// <param name="Actions">What was to be done, and when it was done.</param>
/// <param name="Timeline">For each step: when, who, what, and the text.</param>
public sealed record EvidenceIncident(
    string Reference,
    ReportCell Reported,
    IReadOnlyList<(string Name, string Value)> Facts,
    IReadOnlyList<(string Text, DateTimeOffset? DoneAt)> Actions,
    IReadOnlyList<(ReportCell At, string By, string What, string? Text)> Timeline
)
{
    /// <summary>Whether it is closed or withdrawn. What was not done by then will not be done.</summary>
    public bool IsOver { get; init; }
}
