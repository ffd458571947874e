using System.Security.Cryptography;
using System.Text;
using HartwoodPolicyBot.Core.Search;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>
/// Returns what the check of posts learned from the drafts: read from the file that an earlier start kept, or learned now. Learning
/// takes a processor for some 20 seconds and some hundred MB, and reading almost nothing.
/// </summary>
public sealed class ConcernLearning
{
    private readonly string drafts;
    private readonly string words;
    private readonly PostCheckSettings settings;
    private readonly LearnedFile learnedFile;
    private readonly Lazy<bool> areFilesUsable;

    /// <summary>Reads nothing yet.</summary>
    /// <param name="drafts">The folder of the drafts.</param>
    /// <param name="words">The file that says what words in a draft mean.</param>
    /// <param name="path">The file that keeps what was learned.</param>
    /// <param name="settings">Settings for how the check learns.</param>
    /// <param name="log">The log.</param>
    public ConcernLearning(string drafts, string words, string path, PostCheckSettings settings, ILogger<ConcernLearning> log)
    {
        (this.drafts, this.words, this.settings) = (drafts, words, settings);
        learnedFile = new LearnedFile(path, log);
        areFilesUsable = new(ReadsFiles);
    }

    /// <summary>
    /// Reads the files if they have changed since the check learned them, so that a mistake is told to the person who made it. The
    /// check itself learns later.
    /// </summary>
    /// <exception cref="PhrasingFileException">A file can't be used; the message names it and the line.</exception>
    public void CheckFiles() => _ = areFilesUsable.Value;

    /// <summary>Returns what was kept, if the files and the code are still the same; otherwise learns, and keeps it.</summary>
    /// <param name="stopped">Stops learning, so that a bot that ends need not wait for it.</param>
    /// <exception cref="PhrasingFileException">A file can't be used; the message names it and the line.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ConcernClassifier Open(CancellationToken stopped)
    {
        var lexicon = Lexicon.Load(words);
        var fingerprint = Fingerprint();
        if (learnedFile.Read(() => fingerprint, reader => ConcernClassifier.Read(reader, lexicon, settings)) is { IsCurrent: true } kept)
        {
            return kept.Learned;
        }

        var learned = new ConcernClassifier(DraftBank.Load(drafts), lexicon, settings, stopped);
        learnedFile.Write(fingerprint, learned.Write);
        return learned;
    }

    private bool ReadsFiles()
    {
        if (!learnedFile.IsOf(Fingerprint()))
        {
            Lexicon.Load(words);
            DraftBank.Load(drafts);
        }

        return true;
    }

    /// <summary>Returns a hash that is another one when the drafts, the words, the settings or the code are.</summary>
    private byte[] Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{typeof(ConcernLearning).Module.ModuleVersionId}{settings}"));
        foreach (var file in Directory.GetFiles(drafts, "*.txt").Order(StringComparer.Ordinal).Append(words))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\0{Path.GetFileName(file)}\0"));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return hash.GetHashAndReset();
    }
}
