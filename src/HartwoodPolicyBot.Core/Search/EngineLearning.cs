using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>Learns from the phrasings and the policies. Of the texts, only counts, weights and common words remain.</summary>
internal sealed class EngineLearning(PhrasingBank bank, Lexicon lexicon, EngineSettings settings, LearningRun run)
{
    public static LearnedParts Learn(PolicyLibrary library, PhrasingBank bank, Lexicon lexicon, EngineSettings settings, LearningRun run) =>
        new EngineLearning(bank, lexicon, settings, run).Learn(library);

    private LearnedParts Learn(PolicyLibrary library)
    {
        var phrasings = bank
            .BySection.AsParallel()
            .WithDegreeOfParallelism(run.Processors)
            .ToDictionary(
                section => section.Key,
                section => (IReadOnlyList<QuestionText>)[.. section.Value.Select(phrasing => Words(phrasing.Text))]
            );
        IReadOnlyList<PolicySection> taught = [.. library.Sections.Where(section => phrasings.ContainsKey(section.Id))];

        // The classifier and the search are built from the same texts, independently, so they are built at the same time.
        var learning = run.Begin(() => Classifier(taught, phrasings));
        var index = SectionIndex.Build(taught, lexicon, phrasings);
        var spelling = SpellingCorrection.Learn(
            phrasings
                .Values.SelectMany(texts => texts)
                .Concat(library.Sections.SelectMany(WordsOf))
                .Concat(bank.AboutTheBot.Values.SelectMany(texts => texts.Select(Words)))
        );
        return new LearnedParts(
            index,
            learning.GetAwaiter().GetResult(),
            spelling,
            [.. bank.NotCovered.Keys],
            [.. bank.AboutTheBot.Keys],
            bank.OwnWords
        );
    }

    private SectionClassifier? Classifier(IReadOnlyList<PolicySection> sections, Dictionary<string, IReadOnlyList<QuestionText>> phrasings)
    {
        if (sections.Count == 0)
        {
            return null;
        }

        // The policy's clauses are examples too, because people who have read it ask in its words.
        var covered = sections.SelectMany(
            (section, number) =>
                phrasings[section.Id]
                    .Zip(bank.BySection[section.Id], (text, phrasing) => new TextExample(text, number, phrasing.Clause))
                    .Concat(section.Clauses.Select(clause => new TextExample(Words(clause.Text), number, clause.Number)))
                    .Concat(NamesOf(section).Select(text => new TextExample(text, number)))
        );
        var notCovered = bank.NotCovered.SelectMany(
            (kind, number) => kind.Value.Select(text => (text, Class: sections.Count + number, Part: (int?)null))
        );
        var aboutTheBot = bank.AboutTheBot.SelectMany(
            (intent, number) => intent.Value.Select(text => (text, Class: sections.Count + bank.NotCovered.Count, Part: (int?)number))
        );
        var others = notCovered
            .Concat(aboutTheBot)
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(run.Processors)
            .Select(example => new TextExample(Words(example.text), example.Class, example.Part));
        return SectionClassifier.Learn(
            [.. covered, .. others],
            sections.Count,
            [
                .. sections.Select(section => section.Clauses.Count),
                .. bank.NotCovered.Select(_ => 0),
                .. bank.AboutTheBot.Count > 0 ? [bank.AboutTheBot.Count] : Array.Empty<int>(),
            ],
            settings,
            run
        );
    }

    private QuestionText Words(string text) => QuestionText.Of(text, lexicon);

    private IEnumerable<QuestionText> NamesOf(PolicySection section) => [Words(section.Heading), Words($"{section.Heading} policy")];

    private IEnumerable<QuestionText> WordsOf(PolicySection section) =>
        section.Clauses.Select(clause => Words(clause.Text)).Concat(NamesOf(section));
}
