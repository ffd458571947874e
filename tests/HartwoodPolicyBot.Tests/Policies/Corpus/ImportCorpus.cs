namespace HartwoodPolicyBot.Tests.Policies.Corpus;

/// <summary>All files of the corpus.</summary>
internal static class ImportCorpus
{
    public static IEnumerable<CorpusDocument> All =>
        [
            .. WordCorpus.All,
            .. TextCorpus.All,
            .. PdfCorpus.All,
            .. PdfOddities.All,
            .. PdfLooks.All,
            .. PdfTables.All,
            .. WordLooks.All,
            .. LaterCorpus.All,
        ];
}
