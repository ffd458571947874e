using System.Globalization;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>The buttons of questions to the practice manager and of their answers, and the verbs that they send.</summary>
internal static class ManagerQuestionVerbs
{
    // The asker's.
    public const string Ask = "ask-manager";
    public const string AskAgain = "ask-manager-again";
    public const string AddLine = "question-line";
    public const string TakeBack = "question-take-back";
    public const string Given = "given-answer";

    // The practice manager's.
    public const string Question = "question";
    public const string Send = "question-send";
    public const string GiveAlways = "question-give-always";
    public const string Gaps = "gaps";
    public const string Gap = "gap";
    public const string AnswerGap = "gap-answer";
    public const string SetAsideGap = "gap-set-aside";
    public const string List = "answers";
    public const string Find = "answers-find";
    public const string See = "answer";
    public const string New = "answer-new";
    public const string Change = "answer-change";
    public const string Add = "answer-add";
    public const string Save = "answer-save";
    public const string RemoveForm = "answer-remove-form";
    public const string Remove = "answer-remove";

    // Inputs, and what buttons keep.
    public const string Text = "text";
    public const string Line = "line";
    public const string Always = "always";
    public const string Asked = "asked";
    public const string Words = "words";
    public const string Seen = "seen";
    public const string Until = "until";
    public const string Ticked = "ticked";
    public const string Version = "version";

    /// <summary>Kept by a form that lists the other wordings: then nothing ticked means that none stays.</summary>
    public const string Wordings = "wordings";

    /// <summary>Ticked, with the number of all: the wordings behind those that are shown.</summary>
    public const string Behind = "behind:";

    /// <summary>Kept by what was tapped in a list, which then comes in its place.</summary>
    public const string Listed = "listed";

    /// <summary>Kept by the row of an answer: the question in the log that it was offered to.</summary>
    public const string Logged = "logged";

    public static AdaptiveExecuteAction AskButton(Id<LoggedQuestion> question) =>
        AdaptiveExecuteAction.Of("Ask the practice manager", Ask, $"{question}");

    /// <summary>One of the practice manager's answers, by its question.</summary>
    /// <param name="answer">Near what was asked.</param>
    /// <param name="logged">What was asked, in the log: it may be sent to the practice manager from the answer, too.</param>
    public static AdaptiveContainer GivenRow(SavedAnswer answer, Id<LoggedQuestion> logged) =>
        AdaptiveContainer.Row(AdaptiveExecuteAction.Of(answer.Question, Given, $"{answer.Id}", Kept((Logged, $"{logged}"))));

    public static Dictionary<string, string> Kept(params (string Name, string? Value)[] kept) =>
        kept.Where(entry => entry.Value is not null).ToDictionary(entry => entry.Name, entry => entry.Value!, StringComparer.Ordinal);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is ticked of several choices; clients leave the input away when nothing is.</summary>
    public static IReadOnlyList<string> TickedIn(CardClick click) =>
        (click.Input(Ticked) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    public static int PageIn(CardClick click) =>
        int.TryParse(click.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;
}
