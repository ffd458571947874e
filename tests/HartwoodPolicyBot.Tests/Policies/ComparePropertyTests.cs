using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Whatever has changed between two texts, the comparison holds each word of both once, in order.</summary>
public sealed class ComparePropertyTests
{
    private const int Pairs = 300;

    [Fact]
    public void Every_word_of_both_texts_is_in_the_comparison_once_in_order()
    {
        for (var seed = 1; seed <= Pairs; seed++)
        {
            var random = new Random(seed);
            var before = Sections(random);
            var (one, other) = (Document(before), Document(Changed(before, random)));

            var changes = PolicyComparison.Of(one, other).Sections;

            var now = changes.Where(change => change.After is not null).ToList();
            Assert.Equal(other.Sections, now.Select(change => change.After));
            Assert.Equal(
                one.Sections.OrderBy(section => section.Anchor, StringComparer.Ordinal),
                changes.Select(change => change.Before).OfType<PolicySection>().OrderBy(section => section.Anchor, StringComparer.Ordinal)
            );
            Assert.All(now.Where(change => change.Before is not null), change => AssertWords(seed, change));
        }
    }

    private static void AssertWords(int seed, SectionChange change)
    {
        if (change.Words.Count == 0)
        {
            Assert.Equal(Words(change.Before!), Words(change.After!));
            return;
        }

        Assert.True(Words(change.Before!).SequenceEqual(Words(change, WordChange.Added)), $"The words before, of pair {seed}.");
        Assert.True(Words(change.After!).SequenceEqual(Words(change, WordChange.Struck)), $"The words after, of pair {seed}.");
    }

    private static string[] Words(PolicySection section) => ImportedFile.Split(section.Clauses.Select(clause => clause.Text));

    /// <summary>Returns the words apart from those with one sort of change.</summary>
    private static string[] Words(SectionChange change, WordChange without) =>
        [
            .. string.Concat(change.Words.Where(words => words.Change != without).Select(words => words.Text))
                .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
        ];

    /// <summary>Makes sections of few different words, so that words come again and sections are like each other.</summary>
    private static List<(string Heading, string[] Clauses)> Sections(Random random) =>
        [
            .. Enumerable
                .Range(0, random.Next(1, 8))
                .Select(place =>
                    ($"Heading {place} {Word(random)}", Enumerable.Range(0, random.Next(1, 5)).Select(_ => Clause(random)).ToArray())
                ),
        ];

    private static List<(string Heading, string[] Clauses)> Changed(List<(string Heading, string[] Clauses)> sections, Random random)
    {
        var changed = sections.ConvertAll(section => (section.Heading, section.Clauses.ToArray()));
        for (var change = random.Next(0, 6); change > 0; change--)
        {
            var at = random.Next(changed.Count);
            switch (random.Next(6))
            {
                case 0 when changed.Count > 1:
                    changed.RemoveAt(at);
                    break;
                case 1:
                    changed.Insert(at, ($"Added {change} {Word(random)}", [Clause(random)]));
                    break;
                case 2:
                    changed[at] = ($"Renamed {change} {Word(random)}", changed[at].Item2);
                    break;
                case 3:
                    (changed[at], changed[0]) = (changed[0], changed[at]);
                    break;
                case 4:
                    changed[at] = (changed[at].Heading, [.. changed[at].Item2, Clause(random)]);
                    break;
                default:
                    changed[at].Item2[0] = $"{Word(random)} {changed[at].Item2[0].Replace(" b", " c d", StringComparison.Ordinal)}";
                    break;
            }
        }

        return changed;
    }

    private static string Clause(Random random) =>
        $"A {string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => Word(random)))} end.";

    private static string Word(Random random) => random.GetItems(["a", "b", "c", "d-e", "f’s", "1.5", "£20", "staff", "must", "not"], 1)[0];

    private static PolicyDocument Document(List<(string Heading, string[] Clauses)> sections) =>
        PolicyParser.ParsePublished(
            "policy",
            "---\ntitle: Policy\n---\n\n"
                + string.Concat(
                    sections.Select(section =>
                        $"## {section.Heading}\n\n{string.Concat(section.Clauses.Select(clause => $"- {clause}\n"))}\n"
                    )
                )
        );
}
