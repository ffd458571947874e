using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.PostChecks;

/// <summary>Holds what somebody says about a draft in the form. It comes from the client, so it is cleaned and cut here.</summary>
/// <param name="Draft">The words of the draft.</param>
/// <param name="Where">Where it will go; empty if they don't say.</param>
/// <param name="IsOnPracticeAccount">Whether it goes on an account of the practice.</param>
/// <param name="HasPicture">Whether there is a picture.</param>
/// <param name="Shows">What the picture shows; empty if they don't say.</param>
internal sealed record DraftForm(string Draft, string Where, bool IsOnPracticeAccount, bool HasPicture, string Shows)
{
    public const int LongestDraft = 5000;
    public const int LongestLine = 200;

    public static DraftForm Empty { get; } = new("", "", false, false, "");

    /// <summary>The draft as the check reads it: a picture's description stands in square brackets at its end.</summary>
    public string Text => Shows.Length > 0 ? $"{Draft} [picture: {Shows.Replace(']', ')')}]" : Draft;

    /// <summary>Says that there is a picture of which the check knows nothing.</summary>
    public bool HasUnknownPicture => HasPicture && Shows.Length == 0;

    public static DraftForm Of(string draft) => Empty with { Draft = draft };

    /// <summary>Reads the form.</summary>
    /// <param name="answer">Returns the answer to a field; null where there is none.</param>
    public static DraftForm Read(Func<string, string?> answer)
    {
        var shows = Line(answer(PostCheckVerbs.Shows), LongestLine);
        return new(
            Line(answer(PostCheckVerbs.Draft), LongestDraft),
            Line(answer(PostCheckVerbs.Where), LongestLine),
            answer(PostCheckVerbs.Account) == PostCheckVerbs.OfPractice,
            shows.Length > 0 || answer(PostCheckVerbs.Picture) == PostCheckVerbs.Yes,
            shows
        );
    }

    /// <summary>Returns what a button keeps, so that the form can be shown again.</summary>
    public Dictionary<string, string> Kept() =>
        new(StringComparer.Ordinal)
        {
            [PostCheckVerbs.Draft] = Draft,
            [PostCheckVerbs.Where] = Where,
            [PostCheckVerbs.Account] = IsOnPracticeAccount ? PostCheckVerbs.OfPractice : PostCheckVerbs.Own,
            [PostCheckVerbs.Picture] = HasPicture ? PostCheckVerbs.Yes : PostCheckVerbs.No,
            [PostCheckVerbs.Shows] = Shows,
        };

    private static string Line(string? answer, int longest) => Excerpt.Cut(ActivityText.Fold(answer ?? ""), longest);
}
