namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>A table of the evidence pack; its rows come one by one.</summary>
/// <param name="Title">Short enough for the name of a sheet.</param>
/// <param name="Headings">The first row.</param>
/// <param name="Rows">Read anew each time.</param>
/// <param name="Note">What must be known to read it.</param>
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

/// <summary>A policy as it is in force, for the pack.</summary>
/// <param name="FileName">Of the file with its text.</param>
/// <param name="Text">Word for word, as Markdown.</param>
public sealed record EvidencePolicy(string Title, string Version, string Owner, string Fingerprint, string FileName, string Text);

/// <summary>An incident as the pack shows it: what happened, what was done, what was learned. Nobody who reported is named.</summary>
/// <param name="Facts">Names and values.</param>
/// <param name="Actions">What was to be done, and when it was done.</param>
/// <param name="Timeline">When, who, what, and in which words.</param>
public sealed record EvidenceIncident(
    string Reference,
    DateTimeOffset Reported,
    IReadOnlyList<(string Name, string Value)> Facts,
    IReadOnlyList<(string Text, DateTimeOffset? DoneAt)> Actions,
    IReadOnlyList<(DateTimeOffset At, string By, string What, string? Text)> Timeline
);
