using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.TaughtPhrasings;

/// <summary>Says which taught phrasings stay with a renamed section of a new version, and which are set aside.</summary>
public static class TaughtPhrasingEffects
{
    private const int MostShown = 5;
    private const int LongestShown = 100;

    public static IReadOnlyList<PolicyEffect> Of(PolicyChange change, IReadOnlyList<TaughtPhrasing> all)
    {
        if (change.Before is not { } before)
        {
            return [];
        }

        var bySection = all.Where(taught => taught.PolicySlug == before.Slug && taught.SectionIn(before) is not null)
            .GroupBy(taught => taught.SectionIn(before)!.Heading, StringComparer.Ordinal);
        return [.. bySection.Select(section => Effect(section.Key, [.. section], change.After)).OfType<PolicyEffect>()];
    }

    private static PolicyEffect? Effect(string heading, IReadOnlyList<TaughtPhrasing> taught, PolicyDocument after) =>
        taught[0].SectionIn(after) switch
        {
            null => new(
                PolicyEffectKind.Phrasings,
                $"{CountWords.Of(taught.Count, "question")} that I was taught to answer with “{heading}” will no longer be used: "
                    + $"{Listed(taught)}.",
                heading
            ),
            var next when next.Heading != heading => new(
                PolicyEffectKind.Phrasings,
                $"{CountWords.Of(taught.Count, "taught question")} will stay with this section, which was “{heading}”.",
                next.Heading
            ),
            _ => null,
        };

    private static string Listed(IReadOnlyList<TaughtPhrasing> taught) =>
        string.Join(", ", taught.Take(MostShown).Select(one => $"“{Excerpt.Of(one.Text, LongestShown)}”"))
        + (taught.Count > MostShown ? $" and {taught.Count - MostShown} more" : "");
}
