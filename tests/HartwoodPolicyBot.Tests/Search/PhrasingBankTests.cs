using System.Text.Json;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Tests.Search;

public sealed class PhrasingBankTests : IDisposable
{
    private const string Content = "Content";
    private readonly string folder = Directory.CreateTempSubdirectory("phrasings").FullName;

    private static PolicyLibrary Library => PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, Content, "Policies"));

    private static PhrasingBank Bank => PhrasingBank.Load(Path.Combine(AppContext.BaseDirectory, Content, "Phrasings"), Library);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Each_section_has_at_least_40_phrasings_and_there_are_at_least_500_uncovered_questions()
    {
        Assert.Equal(18, Bank.BySection.Count);
        Assert.All(Bank.BySection.Values, phrasings => Assert.True(phrasings.Count >= 40));
        Assert.True(Bank.NotCovered.Values.Sum(phrasings => phrasings.Count) >= 500);
    }

    [Fact]
    public void Each_kind_that_a_refusal_knows_and_each_section_that_another_feature_quotes_is_in_the_shipped_files()
    {
        Assert.All(Constants(typeof(NotCoveredKind)), kind => Assert.Contains(kind, Bank.NotCovered.Keys));
        var anchors = Constants(typeof(SocialMediaPolicy)).Except([SocialMediaPolicy.Slug]).ToList();
        Assert.NotEmpty(anchors);
        Assert.All(anchors, anchor => Assert.NotNull(Library.Section(SocialMediaPolicy.IdOf(anchor))));

        static IEnumerable<string> Constants(Type type) => type.GetFields().Select(field => (string)field.GetRawConstantValue()!);
    }

    [Fact]
    public void No_measured_question_or_close_variant_of_one_is_in_the_bank()
    {
        const double Near = 0.3;
        var measured = Directory
            .GetFiles(Path.Combine(AppContext.BaseDirectory, "Questions"), "*.jsonl")
            .SelectMany(File.ReadLines)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .Where(line => line.TryGetProperty("question", out _))
            .Select(line => Pieces(line.GetProperty("question").GetString()!))
            .ToList();
        Assert.Equal(830, measured.Count);
        var holding = measured
            .SelectMany((pieces, question) => pieces.Select(piece => (piece, question)))
            .ToLookup(entry => entry.piece, entry => entry.question, StringComparer.Ordinal);

        var copies = Bank
            .BySection.Values.Concat(Bank.NotCovered.Values)
            .SelectMany(texts => texts)
            .Where(phrasing =>
            {
                var pieces = Pieces(phrasing);
                return pieces
                    .SelectMany(piece => holding[piece])
                    .CountBy(question => question)
                    .Any(shared => (double)shared.Value / (pieces.Count + measured[shared.Key].Count - shared.Value) >= Near);
            });

        Assert.Empty(copies);
    }

    [Fact]
    public void A_file_for_a_heading_that_the_policy_does_not_have_is_refused_by_name()
    {
        Write("scope.txt", "# Scop\nam i covered\n");

        Assert.StartsWith(
            "scope.txt, line 1, must be \"# \" and a heading of the policy Social media policy; \"Scop\" is not one",
            Fault(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_phrasing_under_two_sections_is_refused_with_both_places()
    {
        Write("a.txt", "# Anonymity\nburner ok?\n");
        Write("b.txt", "# Scope\n\nBurner, OK!\n");

        Assert.Equal("b.txt, line 3, is already in a.txt, line 2: \"Burner, OK!\".", Fault());
    }

    [Fact]
    public void Two_files_for_one_heading_are_refused()
    {
        Write("a.txt", "# Scope\none\n");
        Write("b.txt", "# Scope\ntwo\n");

        Assert.Equal("b.txt, line 1, is the second file for \"Scope\".", Fault());
    }

    [Theory]
    [InlineData("platform facebook\n", "lexicon.txt, line 1, needs a name, a colon and the words that mean it.")]
    [InlineData("# remark\na: b\nA: c\n", "lexicon.txt, line 3, names \"A\" a second time.")]
    public void A_lexicon_that_cannot_be_read_is_refused_with_its_line(string text, string sentence)
    {
        var file = Path.Combine(folder, "lexicon.txt");
        File.WriteAllText(file, text);

        Assert.Equal(sentence, Assert.Throws<PhrasingFileException>(() => Lexicon.Load(file)).Message);
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(folder, "social-media"));
        File.WriteAllText(Path.Combine(folder, "social-media", name), text);
    }

    private string Fault() => Assert.Throws<PhrasingFileException>(() => PhrasingBank.Load(folder, Library)).Message;

    private static HashSet<string> Pieces(string text)
    {
        const int Length = 5;
        var folded = string.Join(' ', Terms.Words(text));
        return
        [
            .. Enumerable
                .Range(0, Math.Max(1, folded.Length - Length + 1))
                .Select(start => folded.Substring(start, Math.Min(Length, folded.Length - start))),
        ];
    }
}
