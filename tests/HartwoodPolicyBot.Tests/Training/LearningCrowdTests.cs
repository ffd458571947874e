using HartwoodPolicyBot.Benchmarks.Training;
using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.Training;

/// <summary>Runs a short form of the benchmark with 500 people.</summary>
public sealed class LearningCrowdTests
{
    [Fact]
    public async Task Sixty_people_who_train_at_once_each_get_their_own_record()
    {
        var report = await LearningCrowd.RunAsync(
            Path.Combine(AppContext.BaseDirectory, "HartwoodPolicyBot.dll"),
            LearnedFiles.NewFolder(LearningCrowd.Database),
            people: 60,
            TimeSpan.Zero
        );

        Assert.Empty(report.Faults);
        Assert.All(report.People, person => Assert.Equal((10, 11), (person.Answers.Count, person.Others.Count)));
    }
}
