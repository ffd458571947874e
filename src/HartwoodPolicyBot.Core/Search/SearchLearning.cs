using HartwoodPolicyBot.Core.Policies;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Has what the search has learned: kept from an earlier start, or learned at this one. If the files or the code have changed
/// since it was kept, that answers until it is learned anew.
/// </summary>
public sealed class SearchLearning
{
    private readonly SearchContent content;
    private readonly PolicyLibrary library;
    private readonly LearnedSearchFile file;
    private readonly ILogger log;

    /// <summary>Reads what was kept, or learns where nothing fits these policies.</summary>
    /// <param name="content">The files to learn from.</param>
    /// <param name="library">The policies in force.</param>
    /// <param name="path">The file that keeps what was learned.</param>
    /// <param name="log">The log.</param>
    /// <exception cref="PhrasingFileException">A file has changed and can't be used; the message names it and the line.</exception>
    public SearchLearning(SearchContent content, PolicyLibrary library, string path, ILogger<SearchLearning> log)
    {
        this.content = content;
        this.library = library;
        this.log = log;
        file = new(path, log);
        var kept = file.Read(content, library);
        IsOutdated = kept is { IsCurrent: false };
        if (IsOutdated)
        {
            // A fault in a changed file is told at the start, to the person who has edited it.
            content.ReadBank(library);
            content.LearnDisclosures();
        }

        var learned = kept?.Learned ?? Learn(library);
        Ranker = new(learned.Ranker);
        Disclosures = learned.Disclosures;
        Rarity = learned.Rarity;
    }

    public SectionRanker Ranker { get; }

    public Disclosures Disclosures { get; }

    public WordRarity Rarity { get; }

    /// <summary>What staff call things at a practice, apart from the policies.</summary>
    public Lexicon Everyday => content.Everyday;

    /// <summary>Whether the files or the code had changed at the start since this was learned.</summary>
    public bool IsOutdated { get; }

    /// <summary>Learns anew beside what is in use, and then replaces it.</summary>
    public void LearnAnew()
    {
        Take(Learn(library));
        log.LearnedAnew();
    }

    /// <summary>
    /// Learns for other policies beside what is in use, and keeps it. The step that it returns puts it in the place of the old.
    /// </summary>
    public Action Prepare(PolicyLibrary next)
    {
        var learned = file.Read(content, next) is { IsCurrent: true } kept ? kept.Learned : Learn(next);
        return () => Take(learned);
    }

    private void Take(LearnedSearch learned)
    {
        Ranker.Replace(learned.Ranker);
        Disclosures.Replace(learned.Disclosures);
        Rarity.Replace(learned.Rarity);
    }

    private LearnedSearch Learn(PolicyLibrary from)
    {
        var learned = LearnedSearch.Learn(content, from);
        file.Write(learned, content.Fingerprint(from));
        return learned;
    }
}
