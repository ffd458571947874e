using System.Text;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>
/// Makes the input in which a practice manager writes an answer. An answer that was refused is filled in again.
/// </summary>
internal static class AnswerTextInput
{
    /// <summary>More characters than any answer needs, and far fewer than the size limit of a message.</summary>
    private const int MostShown = 20_000;

    /// <summary>The same for a text with letters that take several bytes each.</summary>
    private const int MostShownOfOthers = 12_000;

    public static AdaptiveTextInput Of(WrittenAnswer? typed) =>
        new()
        {
            Id = ManagerQuestionVerbs.Text,
            Label = "Your answer",
            Placeholder = "Staff will see this with your name and today's date",
            IsMultiline = true,

            // A limit below the length of the text in the input would cut the text off.
            MaxLength = Math.Max(SavedAnswer.LongestText, typed?.Text.Length ?? 0),
            IsRequired = true,
            ErrorMessage = "Please write an answer.",
            Value = typed is { Text.Length: > 0 } ? Shown(typed.Text) : null,
        };

    public static string Shown(string text) =>
        Excerpt.Of(text, Encoding.UTF8.GetByteCount(text) <= MostShown ? MostShown : MostShownOfOthers);

    /// <summary>
    /// Returns what the button must carry so that a text which was shown again after a refusal may now be sent as it is.
    /// </summary>
    public static Dictionary<string, string> Kept(Refusal? refusal, WrittenAnswer? typed) =>
        ManagerQuestionVerbs.Kept((ManagerQuestionVerbs.Seen, refusal?.Code == "look-again" ? typed?.Mark : null));

    public static WrittenAnswer Read(CardClick click) =>
        new(
            click.Input(ManagerQuestionVerbs.Text) ?? "",
            click.Kept(ManagerQuestionVerbs.Seen),
            click.Input(ManagerQuestionVerbs.Always) == "yes"
        );
}
