using System.Runtime.InteropServices;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>Groups similar questions: each joins the group whose centre is most similar, or starts a new group.</summary>
public sealed class QuestionGrouping(QuestionVectors vectors)
{
    /// <summary>
    /// The least similarity to the centre of a group at which a question joins it. It was measured; see the README of the
    /// benchmark program.
    /// </summary>
    private const float Alike = 0.35f;

    /// <summary>
    /// How many of a question's heaviest words and concepts are used to look for groups. Questions that share none of them
    /// aren't similar.
    /// </summary>
    private const int Telling = 8;
    private readonly List<Group> groups = [];
    private readonly Dictionary<ulong, HashSet<int>> holding = [];

    public void Add(QuestionText text, IReadOnlyList<UnansweredQuestion> members)
    {
        var vector = vectors.Of(text);
        var (best, most) = (-1, Alike);
        var telling = vector.OrderByDescending(feature => feature.Value).Take(Telling).Select(feature => feature.Key).ToList();
        foreach (var candidate in telling.SelectMany(key => holding.GetValueOrDefault(key, [])).ToHashSet())
        {
            var likeness = groups[candidate].LikenessTo(vector);
            if (likeness > most || (likeness == most && candidate < best))
            {
                (best, most) = (candidate, likeness);
            }
        }

        if (best < 0)
        {
            best = groups.Count;
            groups.Add(new());
        }

        groups[best].Add(vector, members);
        foreach (var key in telling)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(holding, key, out _) ??= []).Add(best);
        }
    }

    /// <summary>Returns the words of a text, so that texts that differ only in punctuation or case count as one wording.</summary>
    public static string WordingOf(string text) => string.Join(' ', Terms.Words(text));

    public IReadOnlyList<UnansweredGroup> LargestFirst() =>
        [
            .. groups
                .Select(group => group.Made())
                .OrderByDescending(group => group.Questions.Count)
                .ThenByDescending(group => group.LastAskedAt),
        ];

    private sealed class Group
    {
        private readonly Dictionary<ulong, float> sum = [];
        private readonly List<UnansweredQuestion> members = [];
        private float square;

        public float LikenessTo(Dictionary<ulong, float> vector) => Product(vector) / MathF.Sqrt(square);

        public void Add(Dictionary<ulong, float> vector, IReadOnlyList<UnansweredQuestion> questions)
        {
            square += (2 * Product(vector)) + 1;
            foreach (var (key, weight) in vector)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(sum, key, out _) += weight;
            }

            members.AddRange(questions);
        }

        public UnansweredGroup Made()
        {
            var newest = members.MaxBy(question => question.AskedAt)!;
            return new(
                newest.Id,
                [
                    .. members
                        .GroupBy(question => WordingOf(question.Text), StringComparer.Ordinal)
                        .Select(same => new GroupWording(same.First().Text.Trim(), [.. same.Select(question => question.Id)]))
                        .OrderByDescending(wording => wording.Questions.Count),
                ],
                members.Count(question => question.WasRefused),
                newest.AskedAt
            );
        }

        private float Product(Dictionary<ulong, float> vector)
        {
            var product = 0f;
            foreach (var (key, weight) in vector)
            {
                product += weight * sum.GetValueOrDefault(key);
            }

            return product;
        }
    }
}

/// <summary>Represents a question in the log that has no answer, or whose answer did not help.</summary>
public sealed record UnansweredQuestion(Guid Id, DateTimeOffset AskedAt, string Text, bool WasRefused);
