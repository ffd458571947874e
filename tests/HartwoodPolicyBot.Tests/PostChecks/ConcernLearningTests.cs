using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Testing;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Tests.PostChecks;

/// <summary>What the check of posts learned is kept in a file, so that a start doesn't learn it again.</summary>
public sealed class ConcernLearningTests : IDisposable
{
    private const string Parrot = "The lady with the parrot was in again";
    private readonly string folder = Directory.CreateTempSubdirectory("concerns").FullName;
    private readonly LogLines log = new();

    public ConcernLearningTests()
    {
        Directory.CreateDirectory(Drafts);
        foreach (var pet in new[] { "parrot", "ferret", "snake", "tortoise" })
        {
            File.AppendAllLines(Bank, [$"{{patient: The lady with the {pet} was in again}} today.", $"My {pet} sleeps all day."]);
        }
    }

    private string Drafts => Path.Combine(folder, "Posts");

    private string Bank => Path.Combine(Drafts, "pets.txt");

    private string Kept => Path.Combine(folder, "practice.concerns");

    public void Dispose()
    {
        log.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void What_was_kept_gives_the_same_scores_as_what_was_just_learned_and_is_not_written_again()
    {
        var learned = Scores(Open(), Parrot);
        var written = File.GetLastWriteTimeUtc(Kept);

        Assert.Equal(learned, Scores(Open(), Parrot));
        Assert.True(learned[0] > 0.5f);
        Assert.Equal(written, File.GetLastWriteTimeUtc(Kept));
    }

    [Fact]
    public void A_changed_draft_is_learned_at_the_next_start()
    {
        var before = Scores(Open(), "Selling my caravan");
        File.AppendAllLines(
            Bank,
            ["{interest: Selling my caravan}", "{interest: Selling my caravans}", "{interest: I'm selling my caravan}"]
        );

        Assert.True(Scores(Open(), "Selling my caravan")[0] > before[0] + 0.2f);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(200)]
    public void A_broken_file_is_learned_anew_and_the_log_says_so(int length)
    {
        var learned = Scores(Open(), Parrot);
        using (var file = File.OpenWrite(Kept))
        {
            file.SetLength(length);
        }

        Assert.Equal(learned, Scores(Open(), Parrot));
        Assert.Contains(log.All, line => line.StartsWith("Warning", StringComparison.Ordinal));
        Assert.True(new FileInfo(Kept).Length > length);
    }

    [Fact]
    public void A_mistake_in_a_changed_draft_is_told_at_the_start_with_its_file_and_line()
    {
        Open();
        Learning().CheckFiles();

        File.AppendAllLines(Bank, ["{patient: A brace too few"]);

        Assert.Equal(
            "pets.txt, line 9, has a { without a } after it.",
            Assert.Throws<PhrasingFileException>(() => Learning().CheckFiles()).Message
        );
    }

    [Fact]
    public void Learning_that_is_stopped_ends_at_once_and_keeps_nothing()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => Learning().Open(new CancellationToken(canceled: true)));
        Assert.False(File.Exists(Kept));
    }

    private ConcernClassifier Open() => Learning().Open(CancellationToken.None);

    private ConcernLearning Learning() =>
        new(
            Drafts,
            Path.Combine(AppContext.BaseDirectory, "Content", "post-words.txt"),
            Kept,
            new PostCheckSettings(),
            LoggerFactory.Create(logging => logging.AddProvider(log)).CreateLogger<ConcernLearning>()
        );

    private static float[] Scores(ConcernClassifier classifier, string text)
    {
        var scores = classifier.Score(Draft.Read(text));
        return [scores.Any, .. scores.Kinds.Select(kind => kind.Probability)];
    }
}
