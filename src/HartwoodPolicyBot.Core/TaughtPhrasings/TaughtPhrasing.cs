using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.TaughtPhrasings;

/// <summary>
/// Represents a question that a practice manager has taught the bot to answer with a section of a policy. It belongs to the practice;
/// the phrasings that came with the bot are in files.
/// </summary>
public sealed class TaughtPhrasing
{
    public Guid Id { get; init; }

    /// <summary>The question as someone asked it, masked.</summary>
    public required string Text { get; init; }

    /// <summary>The hash of its words. A question is taught once, so that two practice managers can't teach it to two sections.</summary>
    public required string WordsHash { get; init; }

    /// <summary>The policy of the section.</summary>
    public required string PolicySlug { get; set; }

    /// <summary>The first heading that the section is known by, which stays when it is renamed.</summary>
    public required string Heading { get; set; }

    /// <summary>The clause to set off, word for word as it was when this was taught.</summary>
    public required string Clause { get; set; }

    /// <summary>The name of the practice manager who taught it, as others see it.</summary>
    public required string By { get; set; }

    /// <summary>The Entra id of the practice manager who taught it.</summary>
    public required string ById { get; set; }

    /// <summary>The time when it was taught, in UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The version, which grows when it is taught to another section.</summary>
    public int Version { get; set; }

    /// <summary>Returns the hash of a question's words, whatever its punctuation and case; null if it has none.</summary>
    public static string? HashOf(string question) =>
        QuestionGrouping.WordingOf(question) is { Length: > 0 } words ? Codes.Hash(words) : null;

    /// <summary>Returns the section as the policies have it now, also renamed; null if it is gone.</summary>
    public PolicySection? SectionIn(PolicyLibrary library) => SectionIn(library.Document(PolicySlug));

    /// <summary>Returns the section as this version of its policy has it; null if that has none.</summary>
    public PolicySection? SectionIn(PolicyDocument? policy) =>
        policy?.Sections.FirstOrDefault(section => section.KnownAs.Contains(Heading));

    public bool IsTaughtTo(TaughtPhrasing other) => (PolicySlug, Heading, Clause) == (other.PolicySlug, other.Heading, other.Clause);
}
