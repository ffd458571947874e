using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>Holds everything that the search learns from the files of the content folder and the policies.</summary>
/// <param name="Ranker">Ranks sections.</param>
/// <param name="Disclosures">Tells disclosures from questions.</param>
/// <param name="Rarity">How rare words are in staff's questions.</param>
public sealed record LearnedSearch(TrainedRanker Ranker, Disclosures Disclosures, WordRarity Rarity)
{
    /// <summary>Learns all of it, which takes some seconds of processor time for each model.</summary>
    public static LearnedSearch Learn(
        SearchContent content,
        PolicyLibrary library,
        PhrasingBank bank,
        EngineSettings settings,
        LearningRun run
    ) =>
        new(
            new TrainedRanker(library, bank, content.Lexicon, settings, run),
            content.LearnDisclosures(),
            new WordRarity(bank.AboutThePractice, content.Everyday)
        );

    /// <summary>Takes the disclosures and the rarity of words over from what was learned anew.</summary>
    public void Replace(LearnedSearch learned)
    {
        Disclosures.Replace(learned.Disclosures);
        Rarity.Replace(learned.Rarity);
    }

    internal void Write(LearnedWriter to)
    {
        Ranker.Learned.Write(to);
        Disclosures.Write(to);
        Rarity.Write(to);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null if it was learned from sections that have changed since.</summary>
    internal static LearnedSearch? Read(LearnedReader from, SearchContent content, PolicyLibrary library) =>
        LearnedParts.Read(from, library, content.Lexicon) is { } parts
            ? new(new TrainedRanker(library, content.Lexicon, content.Settings, parts), Disclosures.Read(from), WordRarity.Read(from))
            : null;
}
