using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.PracticeAccounts;

/// <summary>Makes the forms about practice accounts.</summary>
internal static class AccountForms
{
    /// <summary>Makes the form with which a practice manager adds an account.</summary>
    public static TeamsActivity Add(PracticeAccountFields fields, Guid formId, string? error = null) =>
        Message(
            "Add a practice account",
            error,
            Account(fields),
            AdaptiveExecuteAction.Of("Add account", PracticeAccountVerbs.Add, kept: Kept(formId)),
            AdaptiveExecuteAction.Of("Cancel", PracticeAccountVerbs.List, "1", leavesForm: true)
        );

    /// <summary>Makes the form with which a practice manager changes an account, or puts one on the list that somebody asked for.</summary>
    public static TeamsActivity Change(PracticeAccount account, PracticeAccountFields fields, string? error = null) =>
        Message(
            account.IsRequest ? "Put it on the list" : "Change the account",
            error,
            Account(fields),
            AdaptiveExecuteAction.Of("Save account", PracticeAccountVerbs.Change, PracticeAccountVerbs.Id(account)),
            AdaptiveExecuteAction.Of("Cancel", PracticeAccountVerbs.Open, PracticeAccountVerbs.Id(account), leavesForm: true)
        );

    /// <summary>Makes the form with which staff ask for access.</summary>
    public static TeamsActivity Ask(PracticeAccount account, string why = "", string? error = null) =>
        Message(
            $"Ask for access to {PracticeAccountWords.Of(account)}",
            error,
            [Why("Why do you need it?", PracticeAccountRefusals.WhyMissing, why)],
            AdaptiveExecuteAction.Of("Send request", PracticeAccountVerbs.Ask, PracticeAccountVerbs.Id(account)),
            AdaptiveExecuteAction.Of("Cancel", PracticeAccountVerbs.Open, PracticeAccountVerbs.Id(account), leavesForm: true)
        );

    /// <summary>Makes the form with which staff ask for an account that the practice doesn't have.</summary>
    public static TeamsActivity New(PracticeAccountFields fields, string why, Guid formId, string? error = null) =>
        Message(
            "Ask for a new account",
            error,
            [Platform(fields.Platform), Why("What would it be for?", PracticeAccountRefusals.PurposeMissing, why)],
            AdaptiveExecuteAction.Of("Send request", PracticeAccountVerbs.New, kept: Kept(formId)),
            AdaptiveExecuteAction.Of("Cancel", PracticeAccountVerbs.List, "1", leavesForm: true)
        );

    /// <summary>Makes the form with which staff say that an account exists which is not on the list.</summary>
    public static TeamsActivity Report(PracticeAccountFields fields, string why, Guid formId, string? error = null) =>
        Message(
            "Report another account",
            error,
            [Platform(fields.Platform), Name(fields.Name), Why("What do you know about it?", PracticeAccountRefusals.KnownMissing, why)],
            AdaptiveExecuteAction.Of("Send report", PracticeAccountVerbs.Report, kept: Kept(formId)),
            AdaptiveExecuteAction.Of("Cancel", PracticeAccountVerbs.List, "1", leavesForm: true)
        );

    private static TeamsActivity Message(
        string title,
        string? error,
        IEnumerable<AdaptiveElement> inputs,
        AdaptiveExecuteAction send,
        AdaptiveExecuteAction cancel
    ) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body = [AdaptiveTextBlock.Heading(title), .. AdaptiveTextBlock.Warning(error), .. inputs],
                Actions = [send.Positive(), cancel],
            },
            title
        );

    private static Dictionary<string, string> Kept(Guid formId) =>
        new(StringComparer.Ordinal) { [PracticeAccountVerbs.Form] = $"{formId:N}" };

    private static IEnumerable<AdaptiveElement> Account(PracticeAccountFields fields) =>
        [
            Platform(fields.Platform),
            Name(fields.Name),
            new AdaptiveTextInput
            {
                Id = PracticeAccountVerbs.Purpose,
                Label = "What is it for?",
                MaxLength = PracticeAccount.LongestPurpose,
                IsRequired = true,
                ErrorMessage = PracticeAccountRefusals.PurposeMissing.Sentence,
                Value = OrNull(fields.Purpose),
            },
            new AdaptiveChoiceSetInput
            {
                Id = PracticeAccountVerbs.SecondFactor,
                Label = "Does signing in need a second step, such as a code?",
                Style = "expanded",
                Choices = [new("Yes", PracticeAccountVerbs.Yes), new("No", PracticeAccountVerbs.No)],
                Value = fields.HasSecondFactor ? PracticeAccountVerbs.Yes : PracticeAccountVerbs.No,
            },
        ];

    private static AdaptiveTextInput Platform(string value) =>
        new()
        {
            Id = PracticeAccountVerbs.Platform,
            Label = "Where is it, such as Instagram?",
            MaxLength = PracticeAccount.LongestPlatform,
            IsRequired = true,
            ErrorMessage = PracticeAccountRefusals.PlatformMissing.Sentence,
            Value = OrNull(value),
        };

    private static AdaptiveTextInput Name(string value) =>
        new()
        {
            Id = PracticeAccountVerbs.Name,
            Label = "The account's name there",
            MaxLength = PracticeAccount.LongestName,
            IsRequired = true,
            ErrorMessage = PracticeAccountRefusals.NameMissing.Sentence,
            Value = OrNull(value),
        };

    private static AdaptiveTextInput Why(string label, Refusal missing, string value) =>
        new()
        {
            Id = PracticeAccountVerbs.Why,
            Label = label,
            IsMultiline = true,
            MaxLength = PracticeAccount.LongestWhy,
            IsRequired = true,
            ErrorMessage = missing.Sentence,
            Value = OrNull(value),
        };

    private static string? OrNull(string value) => value.Length == 0 ? null : value;
}
