using System.Globalization;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Holds the buttons of manager questions and saved answers, and the verbs that they send.</summary>
internal static class ManagerQuestionVerbs
{
    // Cards that were sent long ago carry these, so they keep older words: a "gap" is a group of unanswered questions.

    // Verbs on the asker's cards.
    public const string Ask = "ask-manager";
    public const string AskAgain = "ask-manager-again";
    public const string SendWords = "ask-manager-words-send";
    public const string LeaveWords = "ask-manager-words-leave";
    public const string AddLine = "question-line";
    public const string Withdraw = "question-take-back";
    public const string Given = "given-answer";

    // Verbs on the practice managers' cards.
    public const string Question = "question";
    public const string Send = "question-send";
    public const string GiveAlways = "question-give-always";
    public const string Unanswered = "gaps";
    public const string Group = "gap";
    public const string AnswerGroup = "gap-answer";
    public const string DismissGroup = "gap-set-aside";

    /// <summary>Opens the choice of a section that covers a group. The feature that teaches sections answers it.</summary>
    public const string TeachGroup = "gap-teach";
    public const string List = "answers";
    public const string Find = "answers-find";
    public const string See = "answer";
    public const string New = "answer-new";
    public const string Change = "answer-change";
    public const string Add = "answer-add";
    public const string Save = "answer-save";
    public const string RemoveForm = "answer-remove-form";
    public const string Remove = "answer-remove";

    // Names of inputs and of values that buttons keep.
    public const string Text = "text";
    public const string Line = "line";
    public const string Always = "always";
    public const string Asked = "asked";
    public const string Words = "words";
    public const string Seen = "seen";
    public const string Until = "until";
    public const string Ticked = "ticked";
    public const string Version = "version";

    /// <summary>
    /// Names the value that a form with other wordings keeps: if it is there and nothing is ticked, no wording stays.
    /// </summary>
    public const string Wordings = "wordings";

    /// <summary>Begins the value of the choice for the wordings that are not listed; their number follows.</summary>
    public const string Behind = "behind:";

    /// <summary>Names the kept page of the questions that somebody waits for.</summary>
    public const string WaitingPage = "waiting";

    /// <summary>Names the value of a click that was made in a list, so that its answer replaces the list.</summary>
    public const string Listed = "listed";

    /// <summary>Names the kept id of the logged question for which a saved answer was offered.</summary>
    public const string Logged = "logged";

    public static AdaptiveExecuteAction AskButton(Id<LoggedQuestion> question) =>
        AdaptiveExecuteAction.Of("Ask the practice manager", Ask, $"{question}").Positive();

    /// <summary>Makes the button with which a practice manager writes a saved answer to what they have just asked.</summary>
    public static AdaptiveExecuteAction WriteButton(string asked) =>
        AdaptiveExecuteAction.Of("Write an answer", New, kept: Kept((Asked, Excerpt.Of(asked, LoggedQuestion.LongestText)))).Positive();

    /// <summary>Makes a row that opens a saved answer; it shows the answer's question.</summary>
    /// <param name="answer">A saved answer to a similar question.</param>
    /// <param name="logged">
    /// The question that was asked, in the log, so that the asker can also send it to the practice manager from the answer.
    /// </param>
    public static AdaptiveContainer SavedAnswerRow(SavedAnswer answer, Id<LoggedQuestion> logged) =>
        AdaptiveContainer.Row(AdaptiveExecuteAction.Of(answer.Question, Given, $"{answer.Id}", Kept((Logged, $"{logged}"))));

    public static Dictionary<string, string> Kept(params (string Name, string? Value)[] kept) =>
        kept.Where(entry => entry.Value is not null).ToDictionary(entry => entry.Name, entry => entry.Value!, StringComparer.Ordinal);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Returns what is ticked in an input with several choices. Clients leave the input out if nothing is ticked.
    /// </summary>
    public static IReadOnlyList<string> TickedIn(CardClick click) =>
        (click.Input(Ticked) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    public static int PageIn(CardClick click) => PageButtons.NumberIn(click.Id);
}
