using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Reading;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Policies.Reading;

/// <summary>What somebody is asked to read: the policy's own words in a few lines, the whole of it, and the button to confirm.</summary>
internal sealed class ReadingCard(PolicyBriefs briefs, PublicAddress address)
{
    /// <summary>The part of a message that asks, for the message of the day and for a card of its own.</summary>
    public DuePart Part(PolicyDocument policy, PolicyReading reading) =>
        new(
            $"Please read: {policy.Title}",
            $"Please read and confirm: {policy.Title}",
            [
                new TextBlock(
                    "The practice manager asks you to read it and to confirm that you have. The confirmation is kept as evidence."
                ),
                .. Lines(policy),
                TextBlock.Subtle(Version(policy)),
            ],
            [ReadingVerbs.ConfirmButton(reading), ReadAll(policy)],
            Citing(policy)
        );

    /// <summary>Has somebody chosen lines of this policy?</summary>
    public bool HasBrief(PolicyDocument policy) => briefs.Of(policy).Count > 0;

    public Activity Ask(PolicyDocument policy, PolicyReading reading, string? banner = null)
    {
        var part = Part(policy, reading);
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = banner ?? part.Summary,
                Body = [.. TextBlock.Banner(banner), .. DueCard.Elements(part, isBelow: false)],
                Actions = [.. part.Buttons, ReadingVerbs.MineButton()],
            },
            banner ?? part.Summary,
            part.Citing
        );
    }

    /// <summary>Confirmed; and what else the message said that was clicked on.</summary>
    public static Activity Confirmed(PolicyDocument policy, PolicyReading reading, IReadOnlyList<DuePart> others, string? banner = null)
    {
        var summary = $"On record: you have read and understood the {PolicyTitle.WithVersion(policy)}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. TextBlock.Banner(banner),
                    TextBlock.Heading("Thank you, that is on record"),
                    new TextBlock(
                        $"On {PracticeTime.Text(reading.ReadAt!.Value)} you confirmed that you have read and understood: {PolicyTitle.WithVersion(policy)}."
                    ),
                    .. others.SelectMany(part => DueCard.Elements(part, isBelow: true)),
                ],
                Actions = [.. others.SelectMany(part => part.Buttons), ReadingVerbs.MineButton(), PolicyVerbs.BrowseButton()],
            },
            summary,
            [.. others.SelectMany(part => part.Citing ?? [])]
        );
    }

    /// <summary>A new version that nobody was asked to read yet.</summary>
    public Activity Changed(PolicyDocument policy, string banner) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = banner,
                Body =
                [
                    .. TextBlock.Banner(banner),
                    TextBlock.Heading(policy.Title),
                    .. Lines(policy),
                    TextBlock.Subtle(Version(policy)),
                    new TextBlock("The practice manager has not asked for this version yet. I tell you when they do."),
                ],
                Actions = [ReadAll(policy), ReadingVerbs.MineButton()],
            },
            banner,
            Citing(policy)
        );

    /// <summary>What staff read of the version; the code of the text is for practice managers.</summary>
    public static string Version(PolicyDocument policy) =>
        policy.Version is { } version ? $"Version {version}." : "The policy has no version number.";

    private OpenUrlAction ReadAll(PolicyDocument policy) =>
        new() { Title = "Read it all (in your browser)", Url = address.At($"policy/{policy.Slug}") };

    private IEnumerable<CardElement> Lines(PolicyDocument policy)
    {
        var lines = Quoted(policy);
        return lines.Count == 0
            ? []
            :
            [
                new TextBlock(
                    HasBrief(policy) ? "What it asks of you, in its own words:" : "How its first sections begin, in its own words:"
                ),
                new Container
                {
                    Style = "emphasis",
                    Items =
                    [
                        .. lines.Select(line => new TextBlock(
                            CardText.Formatted($"**{CardText.Escape(line.Section.Heading)}:** “{CardText.Escape(line.Quote)}”")
                        )),
                    ],
                },
            ];
    }

    private IReadOnlyList<BriefLine> Quoted(PolicyDocument policy) =>
        HasBrief(policy) ? briefs.Of(policy) : PolicyBriefs.BeginningOf(policy);

    private List<CitedDocument> Citing(PolicyDocument policy) =>
        [
            .. Quoted(policy)
                .DistinctBy(line => line.Section.Id, StringComparer.Ordinal)
                .Select(line => SectionCitation.Of(line.Section, line.Clause, address)),
        ];
}
