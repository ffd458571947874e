using AdaptiveCards;
using HartwoodPolicyBot.Core.PictureChecks;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.PictureChecks;

/// <summary>
/// Makes the card with the outcome of a check: what the file gives away, the text in the picture, and what the person must look at
/// themselves.
/// </summary>
internal sealed class PictureCheckCard(PolicyQuotes quotes)
{
    internal TeamsActivity Message(CheckedPicture picture)
    {
        var check = picture.Check;
        var verdict = PictureWords.Verdict(check);
        var quote = quotes.Find(SocialMediaPolicy.IdOf(SocialMediaPolicy.PatientConfidentiality), "images shared of a workplace");
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = verdict,
                Body =
                [
                    AdaptiveTextBlock.Heading(verdict),
                    .. Misnamed(picture),
                    // What the verdict rests on comes first.
                    .. check.ShowsPatientData ? Text(check) : [],
                    AdaptiveTextBlock.PartHeading("Hidden in the file"),
                    .. Hidden(check.Hidden),
                    .. check.Hidden.Found.Count > 0
                        ? (AdaptiveElement[])
                            [
                                AdaptiveContainer.Row(
                                    AdaptiveExecuteAction.Of(
                                        "Send me a copy without hidden data",
                                        PictureVerbs.Copy,
                                        $"{picture.Id}",
                                        leavesForm: true
                                    )
                                ),
                            ]
                        : [],
                    .. check.ShowsPatientData ? [] : Text(check),
                    AdaptiveTextBlock.PartHeading("Look at it yourself"),
                    .. quote is null ? (AdaptiveElement[])[] : [AdaptiveRichTextBlock.SetOff([quote.Text])],
                    new AdaptiveChoiceSetInput
                    {
                        Id = PictureVerbs.Ticks,
                        Label = "Tick each one that's true",
                        Style = "expanded",
                        IsMultiSelect = true,
                        Choices = [.. PictureWords.Ticks.Select(tick => new AdaptiveChoice(tick.Words, tick.Value))],
                    },
                    AdaptiveTextBlock.Subtle("I don't keep your picture. I've already forgotten it."),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("I've looked", PictureVerbs.Looked),
                    BotVerbs.CommandButton("Check the words too", "check a post"),
                ],
            },
            verdict,
            quote is null ? null : [quote.Cited]
        );
    }

    private static IEnumerable<AdaptiveElement> Misnamed(CheckedPicture picture)
    {
        if (picture.IsMisnamed)
        {
            yield return new AdaptiveTextBlock(
                $"This is really a {picture.Check.Kind.ToString().ToUpperInvariant()} file, although its name says something different."
            );
        }
    }

    private static IEnumerable<AdaptiveElement> Hidden(HiddenDetails hidden)
    {
        if (!hidden.IsComplete)
        {
            yield return new AdaptiveTextBlock("I couldn't read everything in the file, so it may give away more than this.");
        }
        else if (hidden.Found.Count == 0)
        {
            yield return new AdaptiveTextBlock("I found nothing hidden in the file.");
        }

        foreach (var kind in hidden.Found.GroupBy(detail => detail.Kind))
        {
            var words = PictureWords.Of(kind.Key);
            var all = kind.Select(PictureWords.Value).Where(value => value.Length > 0).Distinct().ToList();
            // A camera's model often repeats its make.
            var values = string.Join(
                "; ",
                all.Where(value => !all.Exists(other => other != value && other.Contains(value, StringComparison.OrdinalIgnoreCase)))
            );
            yield return values.Length > 0 ? AdaptiveRichTextBlock.Labelled(words, values) : AdaptiveRichTextBlock.Bullet(words);
        }
    }

    private static IEnumerable<AdaptiveElement> Text(PictureCheck check)
    {
        yield return AdaptiveTextBlock.PartHeading("Text in the picture");
        yield return new AdaptiveTextBlock(PictureWords.Text(check)) { Weight = check.ShowsPatientData ? "Bolder" : null };
        if (check.Excerpt.Length > 0)
        {
            yield return AdaptiveRichTextBlock.SetOff([check.Excerpt]);
        }
    }
}
