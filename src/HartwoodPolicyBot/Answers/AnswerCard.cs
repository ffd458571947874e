using AdaptiveCards;
using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Answers;

/// <summary>Makes the card that answers a question: the clauses word for word, and where they are in the policy.</summary>
internal static class AnswerCard
{
    public const int MostAskedNext = 3;

    /// <param name="answer">The answer, which cites at least one section.</param>
    /// <param name="library">The policies that the sections are from.</param>
    /// <param name="next">The questions that people often ask next.</param>
    /// <param name="address">The web address of the policy pages.</param>
    /// <param name="feedback">The asker's feedback, shown instead of the buttons; null until they give it.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="note">What can be done with the bot about the best section; null if nothing.</param>
    public static TeamsActivity Message(
        PolicyAnswer answer,
        PolicyLibrary library,
        IReadOnlyList<string> next,
        PublicAddress address,
        AnswerFeedback? feedback,
        AnswerNote? note = null,
        AnswerReader reader = AnswerReader.Staff
    )
    {
        var best = answer.Cited[0];
        var summary = SectionCitation.Summary(best.Section, best.Best);
        var quotation = string.Join(" ", best.Section.WithContext(best.Best).Select(clause => clause.Text));
        var card = new AdaptiveCard
        {
            FallbackText = $"{best.Section.Heading}: {quotation}",
            Speak = quotation,
            Body =
            [
                .. answer.Cited.SelectMany((cited, place) => Section(cited, place == 0, place == 0 ? [.. InOwnWords(answer)] : [])),
                AdaptiveRichTextBlock.Subtle(Sources(answer, library)),
                AdaptiveContainer.Row(PolicyVerbs.ReadButton(address.Of(best.Section))),
                .. note is null ? [] : (AdaptiveElement[])[new AdaptiveTextBlock(note.Sentence), AdaptiveContainer.Row(note.Button)],
                .. SavedAnswerCard.BelowClauses(answer.FromManager.Same),
                .. DisclosureOffer.Lines(answer),
                .. answer.IsAboutTheManager ? [] : AskNext(next),
                .. FeedbackParts.Said(feedback, reader),
            ],
            Actions =
            [
                .. DisclosureOffer.Buttons(answer),
                .. answer.IsAboutTheManager
                    ? [PolicyVerbs.BrowseButton()]
                    : FeedbackParts.Buttons(answer.QuestionId, feedback, isBehind: answer.Disclosed is not null, reader),
            ],
            More = PolicyVerbs.MoreInPolicy,
        };
        return CardMessage.Of(card, summary, [.. answer.Cited.Select(cited => SectionCitation.Of(cited.Section, cited.Best, address))]);
    }

    /// <summary>
    /// Quotes a section in its own order. The clause that answers is set off, together with what it can't be read without.
    /// </summary>
    private static IEnumerable<AdaptiveElement> Section(RankedSection cited, bool isBest, IReadOnlyList<string> inOwnWords)
    {
        yield return isBest ? AdaptiveTextBlock.Heading(cited.Section.Heading) : AdaptiveTextBlock.PartHeading(cited.Section.Heading);
        foreach (var sentence in inOwnWords)
        {
            yield return new AdaptiveTextBlock(sentence);
        }

        var setOff = cited.Section.WithContext(cited.Best);
        foreach (var clause in cited.Section.WithContext(cited.Clauses).OrderBy(clause => clause.Number))
        {
            if (clause == setOff[0])
            {
                yield return new AdaptiveContainer { Style = "emphasis", Items = [.. setOff.Select(Quote)] };
            }
            else if (!setOff.Contains(clause))
            {
                yield return Quote(clause);
            }
        }
    }

    private static AdaptiveRichTextBlock Quote(Clause clause) =>
        clause.HasBulletMark ? AdaptiveRichTextBlock.Bullet(clause.Text) : new(clause.Text);

    /// <summary>Returns what the bot says in its own words above the quotation.</summary>
    private static IEnumerable<string> InOwnWords(PolicyAnswer answer) =>
        [
            .. answer.NotNamed.Names.Count > 0
                ? [$"The policy doesn't mention {string.Join(" or ", answer.NotNamed.Names)} by name. This is what it says generally."]
                : Array.Empty<string>(),
            .. answer.NotNamed.Otherwise.Select(name => $"The policy calls it {name}."),
            .. answer.OwnWords is { } ownWords ? [ownWords] : Array.Empty<string>(),
        ];

    private static string Sources(PolicyAnswer answer, PolicyLibrary library) =>
        "Quoted from: "
        + string.Join("; ", answer.Cited.Select(cited => library.DocumentOf(cited.Section)).Distinct().Select(PolicyTitle.WithVersion))
        + (answer.After is not null ? ". I took this as a follow-up to your last question." : "");

    private static IEnumerable<AdaptiveElement> AskNext(IReadOnlyList<string> questions)
    {
        if (questions.Count > 0)
        {
            yield return new AdaptiveTextBlock("You might also ask")
            {
                Weight = "Bolder",
                Separator = true,
                Spacing = "Medium",
            };
        }

        foreach (var question in questions.Take(MostAskedNext))
        {
            yield return PolicyVerbs.AskRow(question);
        }
    }
}
