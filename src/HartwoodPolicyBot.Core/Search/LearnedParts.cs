using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>Holds what an engine has learned from the phrasings and the policies.</summary>
/// <param name="Taught">The index of the sections with phrasings.</param>
/// <param name="Classifier">The classifier; null where no section has phrasings.</param>
/// <param name="Spelling">The known words.</param>
/// <param name="Kinds">The kinds of what no policy covers, in the order of the classifier.</param>
/// <param name="Intents">What people ask about the bot, in the order of the classifier.</param>
/// <param name="OwnWords">The line in the bot's own words that stands above each clause, where one was written.</param>
internal sealed record LearnedParts(
    SectionIndex Taught,
    SectionClassifier? Classifier,
    SpellingCorrection Spelling,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<string> Intents,
    IReadOnlyDictionary<ClauseId, string> OwnWords
)
{
    public void Write(LearnedWriter to)
    {
        to.Count(Taught.Sections.Count);
        foreach (var section in Taught.Sections)
        {
            to.Text(section.Id);
            to.Number(Of(section));
        }

        Taught.Write(to);
        to.Count(Classifier is null ? 0 : 1);
        Classifier?.Write(to);
        Spelling.Write(to);
        to.Texts(Kinds);
        to.Texts(Intents);
        to.Count(OwnWords.Count);
        foreach (var (clause, words) in OwnWords)
        {
            to.Text(clause.SectionId);
            to.Count(clause.Number);
            to.Text(words);
        }
    }

    /// <summary>
    /// Reads what was learned. Returns null if a section that it learned has gone or has other words since: an engine must not
    /// quote a text by what it learned from another one.
    /// </summary>
    public static LearnedParts? Read(LearnedReader from, PolicyLibrary library, Lexicon lexicon)
    {
        var sections = new List<PolicySection>();
        for (var left = from.Count(); left > 0; left--)
        {
            var section = library.Section(from.Text());
            var text = from.Number();
            if (section is null || Of(section) != text)
            {
                return null;
            }

            sections.Add(section);
        }

        var taught = SectionIndex.Read(from, sections, lexicon);
        var classifier = from.Count() > 0 ? SectionClassifier.Read(from) : null;
        var spelling = SpellingCorrection.Read(from);
        var kinds = from.Texts();
        var intents = from.Texts();
        var ownWords = new Dictionary<ClauseId, string>();
        for (var left = from.Count(); left > 0; left--)
        {
            ownWords.Add(new(from.Text(), from.Count()), from.Text());
        }

        return new(taught, classifier, spelling, kinds, intents, ownWords);
    }

    /// <summary>Returns a number that differs where a section's clauses do.</summary>
    private static ulong Of(PolicySection section) =>
        Common.StableHash.Of(
            '§',
            section.Heading,
            string.Join('\n', section.Clauses.Select(clause => $"{clause.IntroducedBy} {clause.Text}"))
        );
}
