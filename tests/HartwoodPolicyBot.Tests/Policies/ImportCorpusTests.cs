using HartwoodPolicyBot.Core.Policies.Import;
using HartwoodPolicyBot.Tests.Policies.Corpus;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Files that are made in as many ways as practices make them give their headings and each word once.</summary>
public sealed class ImportCorpusTests
{
    private static readonly Dictionary<string, CorpusDocument> Documents = ImportCorpus.All.ToDictionary(
        document => document.Name,
        StringComparer.Ordinal
    );

    public static TheoryData<string> Names { get; } = [.. Documents.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_headings_of_a_file_are_found_and_each_of_its_words_comes_out_once_in_order(string name)
    {
        var document = Documents[name];

        var policy = ImportedFile.Policy(document.Bytes, document.FileName);

        Assert.Equal(string.Join(' ', document.Words), string.Join(' ', ImportedFile.Words(policy)));
        Assert.Equal(document.Headings, ImportedFile.Headings(policy));
        Assert.Equal(document.Headings.Length == 0, policy.Doubts.Any(doubt => doubt.Kind == ImportDoubtKind.NoHeadings));
    }
}
