using HartwoodPolicyBot.Testing;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer($"HartwoodPolicyBot.Testing.{nameof(LongestFirst)}", "HartwoodPolicyBot.Tests")]

namespace HartwoodPolicyBot.Testing;

/// <summary>
/// Lets the classes that take longest start first, because the tests of a class run one after the other. A long class that started last
/// would leave the other processors idle at the end.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
    [
        // What it learns is handed to the bots that run as processes.
        ".PostCheckTests",
        ".YearOfRemindersTests",
        ".YearOfRemindersOnPostgreSqlTests",
        ".SpeakUpSecrecyTests",
        ".BackupTests",
        ".RetentionNightTests",
        ".CrowdTests",
        ".LearningCrowdTests",
        ".AnswerTableTests",
        ".StartTests",
        ".PublishTests",
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(Place);

    private static int Place(ITestCollection collection)
    {
        var place = Array.FindIndex(Longest, name => collection.DisplayName.EndsWith(name, StringComparison.Ordinal));
        return place < 0 ? Longest.Length : place;
    }
}
