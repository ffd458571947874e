using System.Text.Json;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Answers;

/// <summary>
/// Suggests what people ask after they have read a section, from Content/asked-next.json: two or three questions for a section
/// id. It leaves out a question that the same clause answers, because a tap on it would show the same card again.
/// </summary>
internal sealed class AskedNext(IReadOnlyDictionary<string, string[]> bySection, SectionRanker ranker)
{
    private readonly HashSet<string> all = bySection.Values.SelectMany(questions => questions).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The clause that answers each question. All are found at the first answer.</summary>
    private volatile Lazy<Dictionary<string, ClauseId>> answers = Answers(bySection, ranker);

    /// <summary>Finds the clauses again at the next answer, because the policies have changed.</summary>
    public void Forget() => answers = Answers(bySection, ranker);

    /// <summary>Returns whether a question is one of those that are offered.</summary>
    public bool Suggests(string question) => all.Contains(question.Trim());

    /// <summary>Returns the questions to offer under an answer, without the one that it has just answered.</summary>
    public IReadOnlyList<string> After(RankedSection answered, string justAsked)
    {
        var (clause, stems) = (IdOf(answered), Terms.Of(justAsked));
        return
        [
            .. (bySection.GetValueOrDefault(answered.Section.Id) ?? FirstKnown(answered.Section)).Where(question =>
                answers.Value.GetValueOrDefault(question) != clause && !Terms.Of(question).SequenceEqual(stems)
            ),
        ];
    }

    private static Lazy<Dictionary<string, ClauseId>> Answers(IReadOnlyDictionary<string, string[]> bySection, SectionRanker ranker) =>
        new(() =>
            bySection
                .Values.SelectMany(questions => questions)
                .Distinct(StringComparer.Ordinal)
                .Select(question => (Question: question, Found: ranker.Rank(question, 1).Sections))
                .Where(answer => answer.Found.Count > 0)
                .ToDictionary(answer => answer.Question, answer => IdOf(answer.Found[0]), StringComparer.Ordinal)
        );

    private static ClauseId IdOf(RankedSection answered) => new(answered.Section.Id, answered.Best.Number);

    /// <summary>Returns what is asked after a section that has been renamed since the file was written.</summary>
    private string[] FirstKnown(PolicySection section) =>
        section
            .KnownAs.Select(heading => bySection.GetValueOrDefault($"{section.DocumentSlug}/{PolicyParser.AnchorOf(heading)}"))
            .FirstOrDefault(questions => questions is not null)
        ?? [];

    /// <summary>
    /// Reads the file. A section that isn't in any policy is logged and skipped, because the policy may have changed.
    /// </summary>
    public static AskedNext Load(string file, PolicyLibrary library, SectionRanker ranker, ILogger<AskedNext> log)
    {
        Dictionary<string, string[]> questions;
        try
        {
            questions = JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(file)) ?? [];
        }
        catch (JsonException fault)
        {
            throw new PhrasingFileException(
                file,
                (int)(fault.LineNumber ?? 0) + 1,
                "is not a list of sections with their questions in JSON"
            );
        }

        foreach (var unknown in questions.Keys.Where(id => library.Section(id) is null))
        {
            log.UnknownSectionAskedNext(unknown);
        }

        return new AskedNext(questions, ranker);
    }
}
