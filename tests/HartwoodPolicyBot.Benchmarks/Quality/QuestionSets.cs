namespace HartwoodPolicyBot.Benchmarks.Quality;

/// <summary>The sets of questions to measure with, each by an author who has not seen the phrasings.</summary>
internal static class QuestionSets
{
    private static readonly string[] Names =
    [
        "dev.jsonl",
        "second.jsonl",
        "third.jsonl",
        "fourth.jsonl",
        "fifth.jsonl",
        "steering.jsonl",
        "sixth.jsonl",
        "steering-2.jsonl",
    ];

    /// <summary>Returns the questions of each set, in the order in which the sets were written.</summary>
    public static IReadOnlyDictionary<string, List<MeasuredQuestion>> All() => Names.ToDictionary(set => set, MeasuredQuestion.Load);
}
