namespace HartwoodPolicyBot.Core.Search;

/// <summary>Ranks the sections that have no phrasings, by their words only, beside those that have.</summary>
internal static class UntaughtSections
{
    /// <summary>The share of a full match from which a section without phrasings counts as an answer.</summary>
    private const float EnoughMatch = 0.25f;

    /// <summary>
    /// The same beside a policy with phrasings, which come with many questions that no policy answers: fewer words in common are
    /// chance then.
    /// </summary>
    private const float EnoughBeside = 0.5f;

    /// <summary>
    /// The fewest words that a question and such a section have in common beside a policy with phrasings. One word is chance.
    /// </summary>
    private const int LeastWords = 2;

    /// <summary>The least part of the question that these words are, rare words counting more.</summary>
    private const float LeastPart = 0.3f;

    /// <summary>
    /// The share of a full match that counts as much as a certain classifier, where sections with and without phrasings are ranked
    /// together. Chosen by judgement; <c>beside</c> in the benchmark program shows what follows from it.
    /// </summary>
    private const float CertainMatch = 0.8f;

    /// <summary>The share of a full match from which a section without phrasings is quoted beside one with phrasings.</summary>
    private const float BesideMatch = 0.45f;

    /// <summary>The probability from which the classifier is sure that a policy with phrasings answers.</summary>
    private const float SureOfTaught = 0.6f;

    /// <summary>
    /// Offers the sections that share something with a question, and returns the probability that one of them answers it.
    /// </summary>
    /// <param name="index">The sections.</param>
    /// <param name="text">The question.</param>
    /// <param name="best">The best sections so far.</param>
    /// <param name="coveredByTaught">The probability that a policy with phrasings answers; null where no policy has phrasings.</param>
    public static float Add(SectionIndex index, QuestionText text, TopSections best, float? coveredByTaught)
    {
        if (index.Sections.Count == 0)
        {
            return 0;
        }

        var surest = 0f;
        var question = index.Read(text);
        var words = index.Score(question);
        var full = Math.Max(index.FullScore(question), float.Epsilon);
        for (var section = 0; section < words.Length; section++)
        {
            var match = words[section] / full;
            if (match > (coveredByTaught >= SureOfTaught ? BesideMatch : 0))
            {
                // What is shared with a section is looked at only where it can decide, because there may be thousands of sections.
                var sure = match / (coveredByTaught is null ? EnoughMatch : EnoughBeside);
                if (sure > surest && (coveredByTaught is null || SharesEnough(index, section, question)))
                {
                    surest = sure;
                }

                best.Offer(new SectionCandidate(index, section, match / (coveredByTaught is null ? EnoughMatch : CertainMatch), question));
            }
        }

        return Math.Min(1, surest);
    }

    private static bool SharesEnough(SectionIndex index, int section, IndexedQuestion question) =>
        index.Shared(section, question) is { Words: >= LeastWords, Part: >= LeastPart };
}
