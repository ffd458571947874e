using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Where a practice manager writes an answer. What was refused stands in it again.</summary>
internal static class AnswerTextInput
{
    /// <summary>Far more than an answer, and far less than a message may weigh.</summary>
    private const int MostShown = 20_000;

    public static AdaptiveTextInput Of(WrittenAnswer? typed) =>
        new()
        {
            Id = ManagerQuestionVerbs.Text,
            Label = "Your answer",
            Placeholder = "Staff read it as yours, with your name and the date",
            IsMultiline = true,

            // A limit below what stands in the field would cut it.
            MaxLength = Math.Max(SavedAnswer.LongestText, typed?.Text.Length ?? 0),
            IsRequired = true,
            ErrorMessage = "Please write the answer.",
            Value = typed is { Text.Length: > 0 } ? Shown(typed.Text) : null,
        };

    public static string Shown(string text) => Excerpt.Of(text, MostShown);

    /// <summary>What was shown to them again may be sent as it is.</summary>
    public static Dictionary<string, string> Kept(Refusal? refusal, WrittenAnswer? typed) =>
        ManagerQuestionVerbs.Kept((ManagerQuestionVerbs.Seen, refusal?.Code == "look-again" ? typed?.Mark : null));

    public static WrittenAnswer Read(CardClick click) =>
        new(
            click.Input(ManagerQuestionVerbs.Text) ?? "",
            click.Kept(ManagerQuestionVerbs.Seen),
            click.Input(ManagerQuestionVerbs.Always) == "yes"
        );
}
