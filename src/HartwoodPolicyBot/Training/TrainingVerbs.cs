using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;

namespace HartwoodPolicyBot.Training;

/// <summary>Holds the verbs of the training cards, and what their buttons carry.</summary>
internal static class TrainingVerbs
{
    /// <summary>Continues the training in a new message, as typing <c>training</c> does.</summary>
    public const string Continue = "training";
    public const string Begin = "training-begin";
    public const string Role = "training-role";
    public const string AskRole = "training-ask-role";
    public const string Answer = "training-answer";
    public const string Next = "training-next";
    public const string Stop = "training-stop";
    public const string Mine = "my-training";
    public const string Certificate = "training-certificate";
    public const string Status = "training-status";
    public const string Page = "training-page";
    public const string Person = "training-person";
    public const string Remind = "training-remind";
    public const string AssignForm = "training-assign-form";
    public const string Assign = "training-assign";
    public const string SetAside = "training-set-aside";
    public const string Leavers = "training-leavers";
    public const string BringBack = "training-bring-back";
    public const string Records = "training-records";

    /// <summary>Names of the inputs of the form that assigns training.</summary>
    public const string Reason = "reason";
    public const string DueOn = "due";

    /// <summary>Names the kept value with the form's id.</summary>
    public const string Form = "form";

    public static AdaptiveExecuteAction StartButton() => AdaptiveExecuteAction.Of("Start training", Continue).Positive();

    public static AdaptiveExecuteAction ContinueButton() => AdaptiveExecuteAction.Of("Continue training", Continue).Positive();

    public static AdaptiveExecuteAction MineButton() => AdaptiveExecuteAction.Of("See my training", Mine);

    /// <summary>Returns the id of a scenario in an attempt, "id.number", or with an option "id.number.place".</summary>
    public static string Id(TrainingAttempt attempt, int number) => $"{attempt.Id:N}.{number}";

    /// <summary>
    /// Reads what <see cref="Id"/> wrote, with or without an option; returns null for anything it can't have written.
    /// </summary>
    public static (Id<TrainingAttempt> Attempt, int Number, int Place)? Read(string? id)
    {
        var parts = (id ?? "").Split('.');
        return parts.Length is 2 or 3 && Ids.Read<TrainingAttempt>(parts[0]) is { } attempt && int.TryParse(parts[1], out var number)
            ? (attempt, number, parts.Length == 3 && int.TryParse(parts[2], out var place) ? place : -1)
            : null;
    }

    public static StaffRole RoleIn(string? id) =>
        Enum.TryParse<StaffRole>(id, out var role) && Enum.IsDefined(role) && !char.IsAsciiDigit(id![0]) ? role : StaffRole.Unknown;
}
