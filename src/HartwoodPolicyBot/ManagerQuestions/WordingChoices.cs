using AdaptiveCards;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Represents a wording of a question that a practice manager can tick.</summary>
/// <param name="Words">The wording, as somebody typed it.</param>
/// <param name="More">What the bot adds to it, such as " (3 times)"; empty for nothing.</param>
/// <param name="Value">The value that comes back if it is ticked.</param>
internal sealed record WordingChoice(string Words, string More, string Value);

/// <summary>
/// Makes the input in which a practice manager ticks wordings of a question. Some clients read the title of a choice as Markdown
/// and others don't, so a wording for which that makes a difference is shown above the input, and its choice has a number.
/// </summary>
internal static class WordingChoices
{
    /// <param name="label">The label of the input.</param>
    /// <param name="wordings">The wordings to tick.</param>
    /// <param name="more">Further choices in the bot's own words.</param>
    /// <param name="ticked">The values that are ticked, joined by commas.</param>
    public static IEnumerable<AdaptiveElement> Of(
        string label,
        IReadOnlyList<WordingChoice> wordings,
        IReadOnlyList<AdaptiveChoice> more,
        string ticked
    ) =>
        [
            .. wordings
                .Index()
                .Where(wording => !CardText.IsPlain(wording.Item.Words))
                .Select(wording => AdaptiveRichTextBlock.Labelled(Number(wording.Index), wording.Item.Words)),
            new AdaptiveChoiceSetInput
            {
                Id = ManagerQuestionVerbs.Ticked,
                Label = label,
                IsMultiSelect = true,
                Style = "expanded",
                Choices =
                [
                    .. wordings.Select(
                        (wording, place) =>
                            new AdaptiveChoice(
                                (CardText.IsPlain(wording.Words) ? wording.Words : $"{Number(place)}, shown above") + wording.More,
                                wording.Value
                            )
                    ),
                    .. more,
                ],
                Value = ticked,
            },
        ];

    private static string Number(int place) => $"Wording {place + 1}";
}
