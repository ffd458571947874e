using System.Globalization;
using System.Text.Json;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Benchmarks.Quality;

/// <summary>
/// Measures documents without phrasings: how well the engine finds the right part compared with BM25, on a public set of questions
/// about policies, and how fast it is over ten thousand sections. The set is not shipped; README says where it comes from.
/// </summary>
internal static class DocumentsBenchmark
{
    private const int ManySections = 10_000;
    private static readonly EngineSettings Settings = new();

    /// <param name="file">A file in SQuAD's format: documents of paragraphs, each with the questions that it answers.</param>
    public static void Run(string file)
    {
        var lexicon = Lexicon.Load(Path.Combine(AppContext.BaseDirectory, "Content", "lexicon.txt"));
        var documents = Read(file);
        var (plain, stemmed, sqlite, ours) = (new List<Outcome>(), new List<Outcome>(), new List<Outcome>(), new List<Outcome>());
        foreach (var (library, questions) in documents)
        {
            var plainSearch = new PlainBm25(library.Sections, word => word);
            var stemmedSearch = new PlainBm25(library.Sections, Terms.Stem);
            using var search = new FullTextSearch(library.Sections);
            var engine = new SectionRanker(library, PhrasingBank.Empty, lexicon, Settings);
            foreach (var (question, accepted) in questions)
            {
                plain.Add(new Outcome(plainSearch.Rank(question), true, accepted));
                stemmed.Add(new Outcome(stemmedSearch.Rank(question), true, accepted));
                sqlite.Add(new Outcome(search.Rank(question), true, accepted));
                ours.Add(new Outcome([.. engine.Rank(question, 3).Sections.Select(section => section.Section.Id)], true, accepted));
            }
        }

        Console.WriteLine(
            $"{documents.Count} documents, {documents.Sum(document => document.Library.Sections.Count())} parts, {ours.Count} questions"
        );
        QualityTable.Begin();
        QualityTable.Row("plain BM25", plain);
        QualityTable.Row("BM25 with stemming", stemmed);
        QualityTable.Row("BM25 with stemming (SQLite FTS5, Porter)", sqlite);
        QualityTable.Row("the engine, without phrasings", ours);
        MeasureSpeed(documents, lexicon);
    }

    private static void MeasureSpeed(
        List<(PolicyLibrary Library, List<(string Question, string[] Accepted)> Questions)> documents,
        Lexicon lexicon
    )
    {
        var parts = documents.SelectMany(document => document.Library.Sections).ToList();
        var many = new PolicyLibrary([
            new PolicyDocument(
                "many",
                "Many",
                null,
                null,
                "",
                [
                    .. Enumerable
                        .Range(0, ManySections)
                        .Select(number =>
                            parts[number % parts.Count] with
                            {
                                DocumentSlug = "many",
                                Anchor = number.ToString(CultureInfo.InvariantCulture),
                            }
                        ),
                ]
            ),
        ]);
        var questions = documents
            .SelectMany(document => document.Questions)
            .Select(question => question.Question)
            .Distinct(StringComparer.Ordinal)
            .Take(400)
            .ToList();
        var engine = new SectionRanker(many, PhrasingBank.Empty, lexicon, Settings);
        using var search = new FullTextSearch(many.Sections);
        Console.WriteLine();
        Console.WriteLine(
            $"{ManySections} sections, a question: {Speed.Of(questions, 4, question => engine.Rank(question, 3))}; "
                + $"SQLite FTS5: {Speed.Of(questions, 4, question => search.Rank(question))}."
        );
    }

    private static List<(PolicyLibrary Library, List<(string Question, string[] Accepted)> Questions)> Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return
        [
            .. json
                .RootElement.GetProperty("data")
                .EnumerateArray()
                .Select(
                    (document, place) =>
                    {
                        var slug = place.ToString(CultureInfo.InvariantCulture);
                        var sections = new List<PolicySection>();
                        var asked = new Dictionary<string, List<string>>(StringComparer.Ordinal);
                        foreach (var paragraph in document.GetProperty("paragraphs").EnumerateArray())
                        {
                            var section = new PolicySection(
                                slug,
                                "",
                                sections.Count.ToString(CultureInfo.InvariantCulture),
                                null,
                                [new Clause(0, paragraph.GetProperty("context").GetString()!, false, 0)]
                            );
                            sections.Add(section);
                            foreach (
                                var question in paragraph
                                    .GetProperty("qas")
                                    .EnumerateArray()
                                    .Select(entry => entry.GetProperty("question").GetString()!)
                            )
                            {
                                (asked.TryGetValue(question, out var answers) ? answers : asked[question] = []).Add(section.Id);
                            }
                        }

                        var library = new PolicyLibrary([new PolicyDocument(slug, slug, null, null, "", sections)]);
                        return (library, asked.Select(entry => (entry.Key, entry.Value.Distinct().ToArray())).ToList());
                    }
                ),
        ];
    }
}
