using System.Text;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.PolicyConcerns;

/// <summary>Holds the filled-in form, with identifiers masked, and what to change in it.</summary>
/// <param name="Policy">The id of the policy; empty if none was chosen.</param>
/// <param name="Text">The concern.</param>
/// <param name="Visibility">Who sees who raised it; null if that was not said clearly.</param>
/// <param name="IsAboutAuthor">Whether it is about the author. Only a clear "no" is one.</param>
public sealed record ConcernForm(string Policy, string Text, ConcernVisibility? Visibility, bool? IsAboutAuthor)
{
    public const string PolicyField = "policy";
    public const string TextField = "text";
    public const string VisibilityField = "appear";
    public const string AboutAuthorField = "aboutAuthor";
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>The kinds of identifiers that are hidden in the text.</summary>
    public IReadOnlyList<string> Hidden => PatientIdentifiers.HiddenIn(Text);

    /// <summary>What to change before it can be sent; null if nothing.</summary>
    public string? Problem =>
        Text.Length == 0 ? "Please say what your concern is."
        : Text.Length > PolicyConcern.LongestText ? $"Please keep to {PolicyConcern.LongestText:N0} characters."
        : Visibility is null ? "Please say whether your name should be shown."
        : IsAboutAuthor is null ? "Please say whether your concern is about the author."
        : null;

    public static ConcernForm Empty(string policy) => new(policy, "", null, null);

    /// <summary>Reads a form or what a button kept of one.</summary>
    /// <param name="answer">Returns the answer to a field, or null.</param>
    /// <param name="today">Today's date at the practice.</param>
    public static ConcernForm Read(Func<string, string?> answer, DateOnly today) =>
        new(
            Excerpt.Cut(answer(PolicyField) ?? "", 200),
            PatientIdentifiers.Mask(Clean(answer(TextField) ?? ""), today),
            Enum.TryParse<ConcernVisibility>(answer(VisibilityField), out var visibility)
            && Enum.IsDefined(visibility)
            && answer(VisibilityField)!.All(char.IsAsciiLetter)
                ? visibility
                : null,
            answer(AboutAuthorField) switch
            {
                No => false,
                Yes => true,
                _ => null,
            }
        );

    /// <summary>Returns what a button keeps of it.</summary>
    public Dictionary<string, string> Kept() =>
        new(StringComparer.Ordinal)
        {
            [PolicyField] = Policy,
            [TextField] = Text,
            [VisibilityField] = $"{Visibility}",
            [AboutAuthorField] = IsAboutAuthor switch
            {
                true => Yes,
                false => No,
                null => "",
            },
        };

    /// <summary>Removes invisible characters, but keeps line breaks.</summary>
    internal static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in Excerpt.Cut(text, 2 * PolicyConcern.LongestText).Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            if (letter == '\n' || !char.IsControl(letter))
            {
                clean.Append(letter);
            }
        }

        return clean.ToString().Trim();
    }
}
