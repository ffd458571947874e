using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>Holds the result of ranking the sections for a question.</summary>
/// <param name="Sections">The sections, best first.</param>
/// <param name="Covered">The probability, from 0 to 1, that a policy answers the question.</param>
/// <param name="Kind">What the message is instead, if that is clear: a kind of what is not covered, such as "small talk".</param>
/// <param name="Text">The question as it was read.</param>
public sealed record Ranking(IReadOnlyList<RankedSection> Sections, float Covered, string? Kind, QuestionText Text)
{
    /// <summary>What a message asks of the bot that could be one of many things.</summary>
    public const string UnclearIntent = "unclear";

    /// <summary>
    /// The id of what the message asks about the bot itself, such as "certificate"; null where it asks nothing of it, and
    /// <see cref="UnclearIntent"/> where it does but nothing in particular is likely.
    /// </summary>
    public string? Intent { get; init; }

    /// <summary>How likely that is among all that people ask of the bot, from 0 to 1; 0 where a rule decided or it asks nothing.</summary>
    public float IntentClarity { get; init; }

    /// <summary>Whether the message tells of something that a practice manager or a deputy did, or wants to report them.</summary>
    public bool IsAboutTheManager { get; } = AboutTheManager.IsTold(Text.Words);
}

/// <summary>Represents a section that may answer a question.</summary>
/// <param name="Section">The section.</param>
/// <param name="Score">The score, comparable only within one question.</param>
/// <param name="Quoted">
/// The clauses to quote. They are chosen when somebody asks for them, because most of the sections that are ranked are not quoted.
/// </param>
public sealed record RankedSection(PolicySection Section, float Score, Lazy<IReadOnlyList<Clause>> Quoted)
{
    public RankedSection(PolicySection section, float score, IReadOnlyList<Clause> clauses)
        : this(section, score, new Lazy<IReadOnlyList<Clause>>(clauses)) { }

    /// <summary>The clauses to quote, at least one. The first is the one that answers.</summary>
    public IReadOnlyList<Clause> Clauses => Quoted.Value;

    /// <summary>The clause that answers.</summary>
    public Clause Best => Clauses[0];
}
