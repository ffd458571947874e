using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Ranks the sections of the policies in force. When a policy is published, another ranker is trained beside the one that answers,
/// and takes its place.
/// </summary>
public sealed class SectionRanker(TrainedRanker first)
{
    private volatile TrainedRanker current = first;

    public SectionRanker(PolicyLibrary library, PhrasingBank bank, Lexicon lexicon, EngineSettings settings)
        : this(new TrainedRanker(library, bank, lexicon, settings, LearningRun.Alone)) { }

    /// <summary>The line in the bot's own words that stands above each clause, where one was written.</summary>
    public IReadOnlyDictionary<ClauseId, string> OwnWords => current.OwnWords;

    /// <summary>Returns the <paramref name="most"/> best sections, and how likely it is that a policy answers the question.</summary>
    public Ranking Rank(string question, int most) => current.Rank(question, most);

    /// <summary>Returns the question divided into words, without greetings, and with spelling corrected.</summary>
    public QuestionText Read(string question) => current.Read(question);

    /// <summary>Returns what in a question spoke most for or against a section, or for a policy that covers it.</summary>
    public IEnumerable<DecidingFeature> Explain(string question, string? found = null, string? instead = null) =>
        current.Explain(question, found, instead);

    /// <summary>Whether it answers with what was learned for earlier policies.</summary>
    public bool IsFollowing => current.IsFollowing;

    /// <summary>Returns a ranker for other policies with what was learned for these.</summary>
    public TrainedRanker Follow(PolicyLibrary library) => current.Follow(library);

    /// <summary>Answers from other policies from the next question.</summary>
    public void Replace(TrainedRanker next) => current = next;
}
