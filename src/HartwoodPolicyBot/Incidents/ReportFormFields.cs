using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Makes the inputs of the report form, filled with the earlier answers and showing what is wrong with them.</summary>
internal sealed class ReportFormFields(
    IReadOnlyDictionary<string, string> answers,
    IReadOnlyDictionary<string, string> errors,
    DateOnly today
)
{
    /// <summary>Says whether something was answered or is wrong in one of these fields.</summary>
    public bool Has(IEnumerable<string> fields) => fields.Any(field => Answer(field) is not null || errors.ContainsKey(field));

    /// <summary>Returns the words for a choice that was answered; null for none.</summary>
    public string? Chosen<T>(string field, Func<T, string> words)
        where T : struct, Enum => IncidentChoices.Read<T>(Answer(field)) is { } choice ? words(choice) : null;

    public string? Answer(string id) => answers.GetValueOrDefault(id) is { Length: > 0 } answer ? answer : null;

    public IEnumerable<AdaptiveElement> Problems() =>
        AdaptiveTextBlock.Warning(errors.Count == 0 ? null : "Not sent yet. Please check the answers marked below.");

    /// <summary>Says what is hidden in answers that come back, or were filled in before.</summary>
    public IEnumerable<AdaptiveElement> Hidden() =>
        AdaptiveTextBlock.Banner(
            ReportForm.HiddenIn(answers) is { Count: > 0 } hidden
                ? $"I've hidden {IdentifierWords.Counted(hidden)}. Please take out any names too."
                : null
        );

    public IEnumerable<AdaptiveElement> Text(string id, string label, int longest, bool lines = false, string? error = null) =>
        WithError(
            new AdaptiveTextInput
            {
                Id = id,
                Label = label,
                IsMultiline = lines ? true : null,
                MaxLength = longest,
                IsRequired = error is null ? null : true,
                ErrorMessage = error,
                Value = Answer(id),
            }
        );

    public IEnumerable<AdaptiveElement> Link() =>
        WithError(
            new AdaptiveTextInput
            {
                Id = ReportForm.Link,
                Label = "Link",
                Style = "Url",
                MaxLength = Incident.LongestLink,
                Regex = "^https?://.+",
                ErrorMessage = "Please paste the full link, starting with https://",
                Value = Answer(ReportForm.Link),
            }
        );

    public IEnumerable<AdaptiveElement> Day(string id, string label) =>
        WithError(
            new AdaptiveDateInput
            {
                Id = id,
                Label = label,
                Max = FormDay.Text(today),
                ErrorMessage = "Please choose today or an earlier date.",
                Value = Answer(id),
            }
        );

    public IEnumerable<AdaptiveElement> Choice(string id, string label, IReadOnlyList<AdaptiveChoice> choices, string? error = null) =>
        WithError(
            new AdaptiveChoiceSetInput
            {
                Id = id,
                Label = label,
                Choices = choices,
                Style = "compact",
                IsRequired = error is null ? null : true,
                ErrorMessage = error,
                Value = Answer(id),
            }
        );

    /// <summary>Returns the question on which it depends who gets the report.</summary>
    public IEnumerable<AdaptiveElement> AboutManager() =>
        Choice(
            ReportForm.AboutManager,
            "Is this about the practice manager or a deputy?",
            [new("No", "false"), new("Yes, so don't send it to them", "true")],
            AboutManagerMissing
        );

    public const string AboutManagerMissing = "Please say whether it's about the practice manager or a deputy.";

    private IEnumerable<AdaptiveElement> WithError(AdaptiveInput input) =>
        errors.TryGetValue(input.Id, out var error)
            ? [input, new AdaptiveTextBlock(error) { Color = "Attention", Spacing = "Small" }]
            : [input];
}
