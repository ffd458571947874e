using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies;

/// <summary>Makes the cards that list the versions of a policy, show one, and compare two.</summary>
internal static class PolicyVersionCards
{
    private const int MostRoom = 16_000;
    private const int Marks = 150;
    private const int MostCharacters = 10_000;

    /// <summary>Makes the list of all policies.</summary>
    public static TeamsActivity Policies(IReadOnlyList<ListedPolicy> policies) =>
        Card(
            "Policies",
            [
                AdaptiveTextBlock.Heading("Policies"),
                .. policies.SelectMany(policy =>
                    new AdaptiveElement[]
                    {
                        AdaptiveContainer.Row(AdaptiveExecuteAction.Of(policy.Title, PublishVerbs.Versions, policy.Policy.Slug)),
                        AdaptiveTextBlock.Subtle(
                            policy.InForce is { } number
                                ? $"Number {number} is in force. {CountWords.Of(policy.Count, "version")}."
                                : $"Not in use. {CountWords.Of(policy.Count, "version")}."
                        ),
                    }
                ),
            ],
            [BotVerbs.CommandButton("Publish a policy", "publish a policy")]
        );

    /// <summary>Makes one page of the list of a policy's versions.</summary>
    public static TeamsActivity List(PolicyHistory history, string? banner)
    {
        var (policy, page, _) = history;
        var slug = policy.Policy.Slug;
        return Card(
            $"Versions of {policy.Title}",
            [
                .. AdaptiveTextBlock.Banner(banner),
                AdaptiveTextBlock.Heading($"Versions of {policy.Title}"),
                .. page.Items.SelectMany(version =>
                    new AdaptiveElement[]
                    {
                        AdaptiveContainer.Row(
                            AdaptiveExecuteAction.Of(NameOf(version), PublishVerbs.Version, PublishVerbs.IdOf(slug, version.Number, 0))
                        ),
                        AdaptiveRichTextBlock.Subtle(StateOf(version, history)),
                    }
                ),
            ],
            [
                .. page.Buttons(PublishVerbs.Versions, number => PublishVerbs.IdOf(slug, number)),
                (policy.InForce, history.IsOnlyOneInUse) switch
                {
                    (null, _) => AdaptiveExecuteAction.Of("Use this policy again", PublishVerbs.InUse, slug),
                    (_, true) => BotVerbs.CommandButton("Publish a policy", "publish a policy"),
                    _ => AdaptiveExecuteAction.Of("Take out of use", PublishVerbs.OutOfUse, slug).Destructive(),
                },
            ]
        );
    }

    /// <summary>Shows the text of one version. A long text continues by a button.</summary>
    public static TeamsActivity One(PolicyVersion version, PolicyHistory history, int from)
    {
        var document = version.Read();
        var (slug, length) = (version.PolicySlug, 0);
        var shown = document
            .Sections.Skip(from)
            .TakeWhile((section, place) => (length += section.Clauses.Sum(Room)) < MostRoom || place == 0)
            .ToList();
        var next = from + shown.Count;
        return Card(
            $"{NameOf(version)} of {version.Title}",
            [
                AdaptiveTextBlock.Heading($"{version.Title}: {NameOf(version)}"),
                AdaptiveRichTextBlock.Subtle($"{StateOf(version, history)} Text code {version.Fingerprint}."),
                .. shown.SelectMany(section =>
                    SectionCard
                        .Paragraphs(Fitting(section))
                        .Prepend(new AdaptiveRichTextBlock(HeadingOf(section)) { Weight = "Bolder", Spacing = "Medium" })
                ),
            ],
            [
                .. next < document.Sections.Count
                    ? [AdaptiveExecuteAction.Of("Continue reading", PublishVerbs.Version, PublishVerbs.IdOf(slug, version.Number, next))]
                    : Array.Empty<AdaptiveAction>(),
                .. history.Policy.InForce is { } number && number != version.Number
                    ?
                    [
                        AdaptiveExecuteAction.Of(
                            "Compare",
                            PublishVerbs.Compare,
                            PublishVerbs.IdOf(slug, Math.Min(number, version.Number), Math.Max(number, version.Number))
                        ),
                        version.InForceFrom > history.Today && version.CalledOffAt is null
                            ? AdaptiveExecuteAction
                                .Of("Cancel this version", PublishVerbs.CallOff, PublishVerbs.IdOf(slug, version.Number))
                                .Destructive()
                            : AdaptiveExecuteAction.Of(
                                "Bring back this version",
                                PublishVerbs.BringBack,
                                PublishVerbs.IdOf(slug, version.Number, history.Policy.Policy.Revision)
                            ),
                    ]
                    : Array.Empty<AdaptiveAction>(),
                PublishVerbs.VersionsButton(slug),
            ]
        );
    }

    private static string HeadingOf(PolicySection section) => section.Group is { } group ? $"{group}: {section.Heading}" : section.Heading;

    /// <summary>Returns the room that a clause needs. Each has marks around it, which count in a long list of short items.</summary>
    private static int Room(Clause clause) => clause.Text.Length + Marks;

    /// <summary>Returns the clauses of a section, without those that a message has no room for.</summary>
    private static IEnumerable<Clause> Fitting(PolicySection section)
    {
        var left = MostRoom;
        return section
            .Clauses.TakeWhile((clause, place) => (left -= Room(clause)) > 0 || place == 0)
            .Select(clause => clause with { Text = Excerpt.Of(clause.Text, MostCharacters) });
    }

    /// <summary>Shows what changed from one version to a later one: the sections, and the words that were struck and added.</summary>
    public static TeamsActivity Compared(PolicyVersion earlier, PolicyVersion later)
    {
        var comparison = PolicyComparison.Of(earlier.Read(), later.Read());
        var left = MostCharacters;
        var changed = comparison.Sections.Where(section => section.Kind != SectionChangeKind.Unchanged).ToList();
        var title = $"What changed from number {earlier.Number} to number {later.Number}";
        return Card(
            title,
            [
                AdaptiveTextBlock.Heading(title),
                AdaptiveRichTextBlock.Labelled("Policy", later.Title),
                new AdaptiveTextBlock(changed.Count == 0 ? "The two texts are the same." : $"{ReviewWords.Changes(comparison)}."),
                .. changed
                    .SelectMany(section =>
                        new AdaptiveElement[]
                        {
                            new AdaptiveRichTextBlock($"{section.Heading}: {ReviewWords.Of(section.Kind)}")
                            {
                                Weight = "Bolder",
                                Spacing = "Medium",
                            },
                        }.Concat(Words(section))
                    )
                    .TakeWhile(element => (left -= (element as AdaptiveRichTextBlock)?.Inlines.Sum(run => run.Text.Length) ?? 0) > 0),
            ],
            [PublishVerbs.VersionsButton(later.PolicySlug)]
        );
    }

    private static IEnumerable<AdaptiveElement> Words(SectionChange section)
    {
        if (section.IsRenamed)
        {
            yield return new AdaptiveRichTextBlock($"It was called “{section.Before!.Heading}”.");
        }

        // A screen reader can't say a colour, so each line says what it is.
        foreach (var words in section.Words.Where(words => words.Change != WordChange.Kept && words.Text.Trim().Length > 0))
        {
            yield return new AdaptiveRichTextBlock($"{(words.Change == WordChange.Struck ? "Struck" : "Added")}: “{words.Text.Trim()}”")
            {
                Spacing = "Small",
            };
        }
    }

    private static string NameOf(PolicyVersion version) =>
        version.StatedVersion is { } stated ? $"Number {version.Number}, version {stated}" : $"Number {version.Number}";

    private static string StateOf(PolicyVersion version, PolicyHistory history)
    {
        var published = version.PublishedByName is { } name ? $" Published by {PersonNames.InSentence(name)}." : "";
        var from = version.BroughtBack is { } number ? $" The text of number {number}." : "";
        var minor = version.IsMinor ? " A minor change." : "";
        return version switch
            {
                { CalledOffAt: not null } => "Cancelled before it came into force.",
                _ when version.InForceFrom > history.Today => $"Comes into force on {PracticeTime.Text(version.InForceFrom)}.",
                _ when version.Number == history.Policy.InForce => $"In force since {PracticeTime.Text(version.InForceFrom)}.",
                _ => PastWords(version, history),
            }
            + published
            + from
            + minor;
    }

    /// <summary>Says from when to when a version was in force, where the list shows the version that replaced it.</summary>
    private static string PastWords(PolicyVersion version, PolicyHistory history)
    {
        var from = PracticeTime.Text(version.InForceFrom);
        return history.ReplacedOn(version) switch
        {
            null => $"Was in force from {from}.",
            { } day when day == version.InForceFrom => $"In force on {from}, and replaced that day.",
            { } day => $"In force from {from} until {PracticeTime.Text(day)}.",
        };
    }

    private static TeamsActivity Card(string summary, IReadOnlyList<AdaptiveElement> body, IReadOnlyList<AdaptiveAction> actions) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body = body,
                Actions = actions,
            },
            summary
        );
}
