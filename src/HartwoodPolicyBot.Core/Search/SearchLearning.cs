using HartwoodPolicyBot.Core.Policies;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Returns what the search has learned: read from the file that an earlier start kept. If the files or the code have changed since
/// then, the bot answers from the kept file until the search has learned anew; if there is none, from a few models that are learned at
/// once. Each state of the policies has a file of its own.
/// </summary>
/// <param name="content">The files to learn from.</param>
/// <param name="path">The name of the file that keeps what was learned; a hash of the policies comes before its ending.</param>
/// <param name="log">The log.</param>
public sealed class SearchLearning(SearchContent content, string path, ILogger<SearchLearning> log)
{
    private const int MostKept = 3;

    /// <summary>So many models are learned at a first start, while everybody waits: on two processors, as fast as one.</summary>
    private const int ModelsAtFirst = 2;

    /// <summary>What staff call things at a practice, apart from the policies.</summary>
    public Lexicon Everyday => content.Everyday;

    /// <summary>
    /// Whether what the start found is to be learned anew, because the files or the code have changed, or only a few models were learned.
    /// </summary>
    public bool IsProvisional { get; private set; }

    /// <summary>Returns what was kept for these policies; learns a few models where nothing was, or nothing can be used.</summary>
    /// <exception cref="PhrasingFileException">A file has changed and can't be used; the message names it and the line.</exception>
    public LearnedSearch Open(PolicyLibrary library)
    {
        var kept = Kept(library);
        IsProvisional = kept is not { IsCurrent: true };
        if (kept is not { Learned: var learned })
        {
            var few = content.Settings with { Models = ModelsAtFirst };
            return LearnedSearch.Learn(content, library, content.ReadBank(library), few, LearningRun.Alone);
        }

        if (IsProvisional)
        {
            // A fault in a changed file is told at the start, to the person who has edited it.
            content.ReadBank(library);
            content.LearnDisclosures();
        }

        return learned;
    }

    /// <summary>
    /// Makes a ranker for other policies at once: with what was learned for them, if that was kept, otherwise with what was learned
    /// for those in use. The step that it returns puts it in the place of the old.
    /// </summary>
    public Action Prepare(PolicyLibrary next, SectionRanker ranker)
    {
        var prepared = Kept(next) is { IsCurrent: true } kept ? kept.Learned.Ranker : ranker.Follow(next);
        return () => ranker.Replace(prepared);
    }

    /// <summary>Learns for other policies beside what is in use, unless that was learned for them and kept.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Action Improve(PolicyLibrary next, SectionRanker ranker, CancellationToken stopped)
    {
        if (!ranker.IsFollowing)
        {
            return () => { };
        }

        var learned = Learn(next, LearningRun.BesideQuestions(stopped));
        return () => ranker.Replace(learned.Ranker);
    }

    /// <summary>Reads the phrasings that fit these policies, as they would be learned.</summary>
    public PhrasingBank ReadBank(PolicyLibrary library) => content.ReadBank(library);

    /// <summary>Learns anew, and returns what was learned.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public LearnedSearch Learn(PolicyLibrary library, LearningRun run)
    {
        var bank = content.ReadBank(library);
        foreach (var warning in bank.Warnings)
        {
            log.PhrasingsMoved(warning);
        }

        var learned = LearnedSearch.Learn(content, library, bank, content.Settings, run);
        FileOf(library).Write(content.Fingerprint(library), learned.Write);
        Forget();
        return learned;
    }

    private (LearnedSearch Learned, bool IsCurrent)? Kept(PolicyLibrary library) =>
        FileOf(library).Read(() => content.Fingerprint(library), reader => LearnedSearch.Read(reader, content, library));

    private LearnedFile FileOf(PolicyLibrary library) =>
        new(Path.ChangeExtension(path, $"{SearchContent.Hash(library)}{Path.GetExtension(path)}"), log);

    /// <summary>Deletes what was learned for older states of the policies.</summary>
    private void Forget()
    {
        try
        {
            var kept = new DirectoryInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).GetFiles(
                $"{Path.GetFileNameWithoutExtension(path)}.*{Path.GetExtension(path)}"
            );
            foreach (var old in kept.OrderByDescending(file => file.LastWriteTimeUtc).Skip(MostKept))
            {
                old.Delete();
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A file too many does no harm, and the next one that is learned tries again.
        }
    }
}
