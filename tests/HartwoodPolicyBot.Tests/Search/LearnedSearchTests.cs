using System.Text;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Testing;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Tests.Search;

/// <summary>What the search learned is kept in a file, and answers as well as what was just learned.</summary>
public sealed class LearnedSearchTests : IDisposable
{
    private const string Scope = "Scope";
    private const string Anonymity = "Anonymity";
    private readonly string folder = Directory.CreateTempSubdirectory("learned").FullName;
    private readonly LogLines log = new();
    private readonly PolicyLibrary library = PolicyLibrary.Load(Shipped("Policies"));

    public LearnedSearchTests()
    {
        Directory.CreateDirectory(Path.Combine(folder, "About-the-bot"));
        foreach (var file in new[] { "lexicon.txt", "everyday.txt", "disclosures.txt" })
        {
            File.Copy(Shipped(file), Path.Combine(folder, file));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Phrasings(Scope))!);
        File.WriteAllLines(Phrasings(Scope), [$"# {Scope}", .. Asked("does the policy count for", Who)]);
        File.WriteAllLines(Phrasings(Anonymity), [$"# {Anonymity}", .. Asked("can they stay anonymous online", Who)]);
        File.WriteAllLines(
            Path.Combine(folder, "Phrasings", "not-covered.txt"),
            ["## elsewhere", .. Asked("where can parking be found for", Who)]
        );
    }

    private static string[] Who => ["locums", "students", "cleaners", "nurses", "partners", "volunteers"];

    private string Kept => Directory.GetFiles(folder, "practice.*.learned").Single();

    private IEnumerable<string> Warnings => log.All.Where(line => line.StartsWith("Warning", StringComparison.Ordinal));

    public void Dispose()
    {
        log.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void What_was_kept_gives_the_same_answers_as_what_was_just_learned()
    {
        var learned = Open();
        var kept = Find(out var learning);

        Assert.False(learning.IsProvisional);
        foreach (var question in new[] { "does it count for nurses", "can nurses be anonymous", "parking for locms", "xqzw" })
        {
            Assert.Equal(Ranked(learned, question), Ranked(kept, question));
        }

        Assert.Equal(learned.Rarity.Of("nurs"), kept.Rarity.Of("nurs"));
        Assert.Equal(
            learned.Disclosures.Tells("i've posted a photo of a patient"),
            kept.Disclosures.Tells("i've posted a photo of a patient")
        );
        Assert.Empty(Warnings);
    }

    [Fact]
    public void A_first_start_answers_at_once_and_keeps_nothing_until_everything_is_learned()
    {
        var first = Find(out var learning);

        Assert.True(learning.IsProvisional);
        Assert.Equal(Scope, first.Ranker.Rank("does it count for nurses", 1).Sections[0].Section.Heading);
        Assert.Empty(Directory.GetFiles(folder, "*.learned"));

        learning.Learn(library, LearningRun.BesideQuestions(CancellationToken.None));
        Find(out var next);
        Assert.False(next.IsProvisional);
    }

    [Fact]
    public void Learning_that_is_stopped_keeps_nothing_and_the_next_start_begins_again()
    {
        Find(out var learning);

        Assert.ThrowsAny<OperationCanceledException>(() =>
            learning.Learn(library, LearningRun.BesideQuestions(new CancellationToken(canceled: true)))
        );
        Find(out var next);
        Assert.True(next.IsProvisional);
        Assert.Empty(Directory.GetFiles(folder, "*.learned"));
    }

    [Fact]
    public void When_a_phrasing_changes_what_was_kept_answers_until_it_is_learned_anew()
    {
        Open();
        File.AppendAllLines(Phrasings(Scope), Asked("are there parrots among", Who));

        var kept = Find(out var learning);
        Assert.True(learning.IsProvisional);
        Assert.Equal(NotCoveredKind.Nonsense, kept.Ranker.Rank("parrots", 1).Kind);

        Assert.Equal(Scope, learning.Learn(library, LearningRun.Alone).Ranker.Rank("parrots", 1).Sections[0].Section.Heading);
        Find(out var next);
        Assert.False(next.IsProvisional);
    }

    [Fact]
    public void A_fault_in_a_changed_file_is_named_at_the_start()
    {
        Open();
        File.AppendAllText(Phrasings(Scope), "does the policy count for locums\n");

        Assert.Contains(
            "does the policy count for locums",
            Assert.Throws<PhrasingFileException>(() => Open()).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void When_a_clause_changes_nothing_that_was_learned_from_the_old_text_is_used()
    {
        Open();
        var changed = new PolicyLibrary([
            .. library.Documents.Select(document =>
                document with
                {
                    Sections =
                    [
                        .. document.Sections.Select(section =>
                            section with
                            {
                                Clauses = [.. section.Clauses.Select(clause => clause with { Text = $"{clause.Text} Always." })],
                            }
                        ),
                    ],
                }
            ),
        ]);

        var search = Find(out var learning, changed);

        Assert.True(learning.IsProvisional);
        Assert.EndsWith("Always.", search.Ranker.Rank("does it count for nurses", 1).Sections[0].Best.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(1000)]
    public void A_file_that_was_cut_off_is_ignored_with_one_line_in_the_log_and_learned_anew(int length)
    {
        Open();
        File.WriteAllBytes(Kept, File.ReadAllBytes(Kept)[..length]);

        AssertLearnedAnew();
    }

    [Fact]
    public void A_file_with_one_wrong_bit_is_ignored_and_learned_anew()
    {
        Open();
        var bytes = File.ReadAllBytes(Kept);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(Kept, bytes);

        AssertLearnedAnew();
    }

    [Fact]
    public void Another_programs_file_of_that_name_is_ignored_and_learned_anew()
    {
        Open();
        File.WriteAllText(Kept, string.Concat(Enumerable.Repeat("This is something else. ", 50)));

        AssertLearnedAnew();
    }

    [Fact]
    public void Where_no_file_can_be_written_the_search_works_and_says_so_once()
    {
        var search = new SearchLearning(new(folder, new()), Path.Combine(folder, "missing", "x.learned"), Logger).Learn(
            library,
            LearningRun.Alone
        );

        Assert.NotEmpty(search.Ranker.Rank("does it count for nurses", 1).Sections);
        Assert.Single(Warnings);
    }

    [Fact]
    public void The_file_holds_no_phrasing_and_no_rare_word()
    {
        File.AppendAllLines(Phrasings(Scope), ["is mister zebedeeson exempt from that"]);
        Open();

        var text = Encoding.UTF8.GetString(File.ReadAllBytes(Kept));

        Assert.DoesNotContain("zebedeeson", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("count for", text, StringComparison.OrdinalIgnoreCase);
    }

    private void AssertLearnedAnew()
    {
        Assert.Equal(Scope, Open().Ranker.Rank("does it count for nurses", 1).Sections[0].Section.Heading);
        Assert.Single(Warnings);
        Open();
        Assert.Single(Warnings);
    }

    /// <summary>Starts as the bot does, and learns after the start what is still to be learned.</summary>
    private LearnedSearch Open()
    {
        var found = Find(out var learning);
        return learning.IsProvisional ? learning.Learn(library, LearningRun.Alone) : found;
    }

    /// <summary>Starts as the bot does, and returns what the start finds.</summary>
    private LearnedSearch Find(out SearchLearning learning, PolicyLibrary? policies = null)
    {
        learning = new(new(folder, new()), Path.Combine(folder, "practice.learned"), Logger);
        return learning.Open(policies ?? library);
    }

    private ILogger<SearchLearning> Logger => LoggerFactory.Create(logging => logging.AddProvider(log)).CreateLogger<SearchLearning>();

    private static string Ranked(LearnedSearch search, string question)
    {
        var ranking = search.Ranker.Rank(question, 3);
        var sections = ranking.Sections.Select(section => $"{section.Section.Id} {section.Score:R} {section.Best.Number}");
        return $"{ranking.Covered:R} {ranking.Kind}: {string.Join(", ", sections)}";
    }

    private string Phrasings(string heading) => Path.Combine(folder, "Phrasings", SocialMediaPolicy.Slug, $"{heading}.txt");

    private static IEnumerable<string> Asked(string question, string[] people) => people.Select(who => $"{question} {who}");

    private static string Shipped(string path) => Path.Combine(AppContext.BaseDirectory, "Content", path);
}
