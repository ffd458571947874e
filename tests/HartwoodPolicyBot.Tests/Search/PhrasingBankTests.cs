using System.Text.Json;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Tests.Search;

public sealed class PhrasingBankTests : IDisposable
{
    private const string Content = "Content";
    private static readonly PhrasingBank Bank = PhrasingBank.Load(
        Path.Combine(AppContext.BaseDirectory, Content, "Phrasings"),
        Library,
        Path.Combine(AppContext.BaseDirectory, Content, "About-the-bot")
    );

    private readonly string folder = Directory.CreateTempSubdirectory("phrasings").FullName;

    private static PolicyLibrary Library => PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, Content, "Policies"));

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
        var measured = Measured("question");
        Assert.Equal(1895, measured.Count);

        Assert.Empty(
            Copies(
                Bank.BySection.Values.SelectMany(phrasings => phrasings.Select(phrasing => phrasing.Text))
                    .Concat(Bank.NotCovered.Values.SelectMany(texts => texts)),
                measured,
                near: 0.3
            )
        );
    }

    /// <summary>
    /// What people say to the bot is short, and often there is one way to say it: "next", "my certificate please". So up to three
    /// words may be the same, and longer texts may share up to half.
    /// </summary>
    [Fact]
    public void No_measured_wording_about_the_bot_of_more_than_three_words_or_close_variant_of_one_is_in_the_bank()
    {
        var measured = Measured("text", "house.jsonl", "house-not.jsonl", "requests.jsonl").FindAll(text => Terms.Words(text).Count > 3);
        Assert.InRange(measured.Count, 550, 650);

        Assert.Empty(
            Copies(Bank.AboutTheBot.Values.SelectMany(texts => texts).Where(text => Terms.Words(text).Count > 3), measured, near: 0.5)
        );
    }

    [Fact]
    public void Each_clause_of_the_shipped_policy_has_phrasings_and_nearly_each_a_line_of_the_bots_own()
    {
        var clauses = Library.Sections.SelectMany(section => section.Clauses.Select(clause => new ClauseId(section.Id, clause.Number)));

        Assert.All(
            clauses,
            clause => Assert.True(Bank.BySection[clause.SectionId].Count(phrasing => phrasing.Clause == clause.Number) >= 10, $"{clause}")
        );
        Assert.All(Bank.OwnWords.Values, line => Assert.InRange(Terms.Words(line).Count, 4, 14));
        Assert.True(Bank.OwnWords.Count >= 40);
    }

    [Theory]
    [InlineData("## This policy applies to al")]
    [InlineData("## Whole section")]
    public void A_beginning_of_a_clause_and_the_whole_section_are_headings(string heading)
    {
        Write("scope.txt", $"# Scope\nwho\n{heading}\nlocums?\n");

        var phrasings = PhrasingBank.Load(folder, Library).BySection["social-media/scope"];

        Assert.Equal([null, heading.EndsWith("al", StringComparison.Ordinal) ? 0 : null], phrasings.Select(phrasing => phrasing.Clause));
    }

    [Theory]
    [InlineData("## This policy applies to cats", "none")]
    [InlineData("## This policy applies to", "2 clauses")]
    public void A_heading_that_begins_no_clause_or_two_is_refused_with_its_line(string heading, string begins)
    {
        Write("scope.txt", $"# Scope\n\n{heading}\nlocums?\n");

        Assert.Equal(
            "scope.txt, line 3, must be \"## \" and the beginning of one clause of \"Scope\", or \"## Whole section\"; "
                + $"\"{heading[3..]}\" is the beginning of {begins}.",
            Fault()
        );
    }

    [Theory]
    [InlineData("> ours\n", "scope.txt, line 2, is the bot's own words, and must be below a clause.")]
    [InlineData(
        "## This policy applies to all\n> ours\n> ours too\n",
        "scope.txt, line 4, is a second line of the bot's own words for one clause."
    )]
    public void The_bots_own_words_belong_to_one_clause(string lines, string sentence)
    {
        Write("scope.txt", $"# Scope\n{lines}");

        Assert.Equal(sentence, Fault());
    }

    private static List<string> Measured(string property, params string[] sets) =>
        [
            .. Directory
                .GetFiles(Path.Combine(AppContext.BaseDirectory, "Questions"), "*.jsonl")
                .Where(file => sets.Length == 0 || sets.Contains(Path.GetFileName(file)))
                .SelectMany(File.ReadLines)
                .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
                .Where(line => line.TryGetProperty(property, out _))
                .Select(line => line.GetProperty(property).GetString()!),
        ];

    /// <summary>Returns the phrasings that share at least the given part of their pieces with a measured text.</summary>
    private static List<string> Copies(IEnumerable<string> phrasings, List<string> texts, double near)
    {
        var measured = texts.ConvertAll(Pieces);
        var holding = measured
            .SelectMany((pieces, question) => pieces.Select(piece => (piece, question)))
            .ToLookup(entry => entry.piece, entry => entry.question, StringComparer.Ordinal);

        return
        [
            .. phrasings.Where(phrasing =>
            {
                var pieces = Pieces(phrasing);
                return pieces
                    .SelectMany(piece => holding[piece])
                    .CountBy(question => question)
                    .Any(shared => (double)shared.Value / (pieces.Count + measured[shared.Key].Count - shared.Value) >= near);
            }),
        ];
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
    [InlineData("  platform\n", "lexicon.txt, line 1, needs a name, a colon and the words that mean it.")]
    [InlineData("platform facebook\n", "lexicon.txt, line 1, needs a name, a colon and the words that mean it.")]
    [InlineData("# remark\na: b\nA: c\n", "lexicon.txt, line 3, names \"A\" a second time.")]
    public void A_lexicon_that_cannot_be_read_is_refused_with_its_line(string text, string sentence)
    {
        var file = Path.Combine(folder, "lexicon.txt");
        File.WriteAllText(file, text);

        Assert.Equal(sentence, Assert.Throws<PhrasingFileException>(() => Lexicon.Load(file)).Message);
    }

    [Fact]
    public void A_line_of_a_lexicon_that_starts_with_a_space_carries_on_with_the_words_of_the_name_above()
    {
        var file = Path.Combine(folder, "lexicon.txt");
        File.WriteAllText(file, "dating: tinder,\n  first date\n# remark\n  swiped\n\nplace: pub\n");

        var lexicon = Lexicon.Load(file);

        Assert.Equal(["@dating"], lexicon.In(Terms.Words("first date").ConvertAll(Terms.Stem)));
        Assert.Equal(["@dating", "@place"], lexicon.In(Terms.Words("he swiped me in a pub").ConvertAll(Terms.Stem)));
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
