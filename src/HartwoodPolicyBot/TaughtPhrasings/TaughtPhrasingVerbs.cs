using System.Globalization;
using AdaptiveCards;
using HartwoodPolicyBot.Core.TaughtPhrasings;
using HartwoodPolicyBot.ManagerQuestions;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.TaughtPhrasings;

/// <summary>Holds the buttons with which practice managers teach a section, and the verbs that they send.</summary>
internal static class TaughtPhrasingVerbs
{
    public const string Choose = "taught-choose";
    public const string Teach = "taught-teach";
    public const string List = "taught";
    public const string See = "taught-see";
    public const string Undo = "taught-undo";

    // Names of inputs and of values that buttons keep.
    public const string Section = "section";
    public const string Clause = "clause";
    public const string Words = "words";
    public const string Shown = "shown";
    public const string Phrasings = "phrasings";

    /// <summary>Returns the ids of the ticked wordings, from the form or as an earlier card kept them.</summary>
    public static string? TickedIn(CardClick click) => click.Input(ManagerQuestionVerbs.Ticked) ?? click.Kept(ManagerQuestionVerbs.Ticked);

    public static AdaptiveExecuteAction UndoButton(IEnumerable<TaughtPhrasing> taught) =>
        AdaptiveExecuteAction
            .Of(
                "Undo",
                Undo,
                kept: ManagerQuestionVerbs.Kept(
                    (
                        Phrasings,
                        string.Join(',', taught.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Id}:{one.Version}")))
                    )
                )
            )
            .Destructive();

    /// <summary>Reads what <see cref="UndoButton"/> wrote. Anybody can make it up, so what can't be read is left out.</summary>
    public static IReadOnlyList<SeenPhrasing> UndoneBy(CardClick click)
    {
        var seen = new List<SeenPhrasing>();
        foreach (var part in (click.Kept(Phrasings) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (
                part.Split(':') is [var id, var version]
                && Guid.TryParse(id, out var known)
                && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            )
            {
                seen.Add(new(known, number));
            }
        }

        return seen;
    }
}
