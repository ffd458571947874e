using System.Security.Cryptography;
using System.Text;
using HartwoodPolicyBot.Core.Search;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>
/// Returns what the check of posts learned from the drafts: read from the file that an earlier start kept, or learned now. Learning
/// takes a processor for some seconds and some hundred MB, and reading almost nothing.
/// </summary>
/// <param name="drafts">The folder of the drafts.</param>
/// <param name="words">The file that says what words in a draft mean.</param>
/// <param name="path">The file that keeps what was learned.</param>
/// <param name="settings">Settings for how the check learns.</param>
/// <param name="log">The log.</param>
public sealed class ConcernLearning(string drafts, string words, string path, PostCheckSettings settings, ILogger<ConcernLearning> log)
{
    /// <summary>Returns what was kept, if the files and the code are still the same; otherwise learns, and keeps it.</summary>
    /// <exception cref="PhrasingFileException">A file can't be used; the message names it and the line.</exception>
    public ConcernClassifier Open()
    {
        var lexicon = Lexicon.Load(words);
        var fingerprint = Fingerprint();
        var file = new LearnedFile(path, log);
        if (file.Read(() => fingerprint, reader => ConcernClassifier.Read(reader, lexicon, settings)) is { IsCurrent: true } kept)
        {
            return kept.Learned;
        }

        var learned = new ConcernClassifier(DraftBank.Load(drafts), lexicon, settings);
        file.Write(fingerprint, learned.Write);
        return learned;
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
