using System.Globalization;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.PostChecks;

/// <summary>
/// Makes the card with the outcome of a check: the verdict, and for each concern the words of the draft, the clause, and what would
/// mend it.
/// </summary>
internal sealed class PostCheckCard(PolicyLibrary library, PublicAddress address)
{
    /// <summary>
    /// The names of the groups begin with this. From outside, the concerns are found by it, and the words of the draft are the first
    /// text in each.
    /// </summary>
    private const string ConcernId = "concern-";
    private const int LongestWords = 600;
    private const int LongestAsked = 700;

    /// <param name="form">What the person said about the draft.</param>
    /// <param name="check">The outcome.</param>
    /// <param name="isDeclared">Whether they have declared an interest in what the draft names.</param>
    /// <param name="isManager">True for a practice manager, who has nobody to ask.</param>
    internal TeamsActivity Message(DraftForm form, PostCheck check, bool isDeclared = false, bool isManager = false)
    {
        var words = new PostCheckWords(isManager);
        var verdict = words.Of(check.Verdict);
        return CardMessage.Of(
            Card(form, check, words, [.. Buttons(form, check, isManager)], concern => InterestOf(concern, isDeclared)),
            check.Concerns.Count == 0 ? verdict : $"{verdict}: {PostCheckWords.Of(check.Concerns[0].Kind)}",
            [.. check.Deciding.Select(clause => SectionCitation.Of(clause.Section, clause.Clause, address))]
        );
    }

    /// <summary>Makes the card for a dialog, from which nothing can be sent to anybody.</summary>
    internal AdaptiveCard ForDialog(DraftForm form, PostCheck check) =>
        Card(form, check, new PostCheckWords(isManager: false), [ChangeButton(form, check).Fallback!]);

    private AdaptiveCard Card(
        DraftForm form,
        PostCheck check,
        PostCheckWords words,
        IReadOnlyList<AdaptiveAction> actions,
        Func<PostConcern, AdaptiveElement?>? below = null
    ) =>
        new()
        {
            FallbackText = words.Of(check.Verdict),
            Body =
            [
                AdaptiveTextBlock.Heading(words.Of(check.Verdict)),
                .. Notes(form, check, words).Select(note => new AdaptiveTextBlock(note)),
                .. check.Concerns.Select((concern, number) => Concern(concern, number, words, below?.Invoke(concern))),
                .. Quoted(check).Count == 0 ? Array.Empty<AdaptiveElement>() : [AdaptiveTextBlock.Subtle(Sources(Quoted(check)))],
                AdaptiveTextBlock.Subtle("I don't keep your post. I only count how many posts I check and how the checks end."),
            ],
            Actions = actions,
        };

    private static IEnumerable<string> Notes(DraftForm form, PostCheck check, PostCheckWords words)
    {
        if (words.Of(check.Unread) is { } unread)
        {
            yield return unread;
        }

        if (form.HasUnknownPicture)
        {
            yield return "I haven't seen the picture. Check it for patients, screens, papers and names before you post it.";
        }

        if (check.Verdict == PostVerdict.NothingFound)
        {
            yield return "I can miss things, so please read it once more as a patient would.";
        }
    }

    private static AdaptiveContainer Concern(PostConcern concern, int number, PostCheckWords words, AdaptiveElement? below) =>
        new()
        {
            Id = ConcernId + (number + 1).ToString(CultureInfo.InvariantCulture),
            Separator = true,
            Spacing = "Medium",
            Items =
            [
                new AdaptiveRichTextBlock(Excerpt.Of(concern.Words, LongestWords)) { Weight = "Bolder" },
                new AdaptiveTextBlock($"{PostCheckWords.Of(concern.Kind)}.") { Spacing = "Small" },
                .. concern.Clause is { } quoted
                    ? (AdaptiveElement[])
                        [AdaptiveRichTextBlock.SetOff(quoted.Section.WithContext(quoted.Clause).Select(clause => clause.Text))]
                    : [],
                new AdaptiveTextBlock(words.Mend(concern.Kind)) { Spacing = "Small" },
                .. below is null ? Array.Empty<AdaptiveElement>() : [below],
            ],
        };

    /// <summary>Returns the way to declare an interest that may be undeclared, or the word that it is declared already.</summary>
    private static AdaptiveElement? InterestOf(PostConcern concern, bool isDeclared) =>
        concern.Kind != ConcernKind.Interest ? null
        : isDeclared ? new AdaptiveTextBlock("You've declared an interest in this. Say so in the post too.") { Spacing = "Small" }
        : AdaptiveContainer.Row(InterestOffer.Button());

    /// <summary>Returns the sections that the card quotes. What it cites can be more: sections that may matter too.</summary>
    private static IReadOnlyList<PolicySection> Quoted(PostCheck check) =>
        [.. check.Concerns.Select(concern => concern.Clause?.Section).OfType<PolicySection>().DistinctBy(section => section.Id)];

    private string Sources(IReadOnlyList<PolicySection> quoted) =>
        "Quoted from: "
        + string.Join(
            "; ",
            quoted
                .GroupBy(library.DocumentOf)
                .Select(sections =>
                    $"{PolicyTitle.WithVersion(sections.Key)} ({string.Join(", ", sections.Select(section => section.Heading))})"
                )
        );

    private static IEnumerable<AdaptiveAction> Buttons(DraftForm form, PostCheck check, bool isManager)
    {
        yield return ChangeButton(form, check);
        if (check.Masked.Length > 0 && !isManager)
        {
            yield return ManagerQuestionOffer.Button(AskedWords(form, check));
        }

        if (check.Verdict != PostVerdict.NothingFound)
        {
            yield return AdaptiveExecuteAction.Of(
                "Report if already posted",
                ReportOffer.Verb,
                Excerpt.Cut(check.Masked, ReportOffer.LongestText)
            );
        }
    }

    /// <summary>
    /// The card stays in the chat, so its button keeps the draft without identifiers, and what was typed after it about its picture.
    /// </summary>
    private static AdaptiveExecuteAction ChangeButton(DraftForm form, PostCheck check) =>
        AdaptiveExecuteAction.Of(
            "Change and check again",
            PostCheckVerbs.Form,
            kept: (
                form with
                {
                    Draft = Excerpt.Cut(check.MaskedDraft, DraftForm.LongestDraft),
                    HasPicture = form.HasPicture || check.MaskedPicture.Length > 0,
                    Shows = Excerpt.Cut(check.MaskedPicture, DraftForm.LongestLine),
                }
            ).Kept()
        );

    private static string AskedWords(DraftForm form, PostCheck check) =>
        $"Is it all right to post this{(form.Where.Length > 0 ? $" on {form.Where}" : "")}, "
        + $"from {(form.IsOnPracticeAccount ? "an account of the practice" : "my own account")}? "
        + $"“{Excerpt.Of(check.Masked, LongestAsked)}”";
}
