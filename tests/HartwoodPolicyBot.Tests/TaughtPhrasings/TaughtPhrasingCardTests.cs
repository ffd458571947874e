using System.Text.Json;
using AdaptiveCards;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.TaughtPhrasings;
using HartwoodPolicyBot.TaughtPhrasings;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;

namespace HartwoodPolicyBot.Tests.TaughtPhrasings;

/// <summary>Compares each card about teaching a section with the approved one, and with the rules of Teams.</summary>
public sealed class TaughtPhrasingCardTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly PolicyLibrary Library = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Content", "Policies"));

    public static TheoryData<string> States => [.. Cards.Keys];

    private static PolicySection Several => Library.Section("social-media/interactions-online")!;

    private static Dictionary<string, Func<TeamsActivity>> Cards { get; } =
        new(StringComparer.Ordinal)
        {
            ["sections"] = () => TeachSectionCard.Sections(Group(3), [.. Library.Sections], Library.Documents, null),
            ["sections-search"] = () =>
                TeachSectionCard.Sections(
                    Group(1),
                    [.. Library.Sections.Take(4)],
                    [.. Library.Documents, Library.Documents[0] with { Slug = "complaints", Title = "Complaints policy" }],
                    "online",
                    TaughtPhrasingRefusals.NoSection
                ),
            ["clauses"] = () => TeachSectionCard.Clauses(Group(3), Several, Several.Clauses[1], "a,b"),
            ["clauses-was-taught"] = () =>
                TeachSectionCard.Clauses(
                    Group(1),
                    Several,
                    Several.Clauses[0],
                    "a",
                    TaughtPhrasingRefusals.WasTaught("Nora Shaw", "Anonymity")
                ),
            ["confirm"] = () =>
                TaughtChangesCard.Confirm(
                    Group(1),
                    Several,
                    Several.Clauses[0],
                    "a",
                    new()
                    {
                        Replaced = [Phrasing(1)],
                        Questions = [.. Enumerable.Range(1, 7).Select(number => Changed($"can I have *locker* {number}"))],
                        Examples = [Changed("may i use a nickname for my locker")],
                    }
                ),
            ["confirm-one"] = () =>
                TaughtChangesCard.Confirm(
                    Group(1),
                    Several,
                    Several.Clauses[0],
                    "a",
                    new()
                    {
                        Replaced = [],
                        Questions = [Changed("can I have a locker")],
                        Examples = [],
                    }
                ),
            ["done"] = () => TaughtChangesCard.Taught([.. Enumerable.Range(1, 7).Select(Phrasing)], Several, Several.Clauses[0], 2),
            ["done-one"] = () => TaughtChangesCard.Taught([Phrasing(1)], Several, Several.Clauses[0], 0),
            ["list"] = () => TaughtPhrasingsCard.List([.. Enumerable.Range(1, 9).Select(Phrasing)], one => one.Version != 2, 1, "Undone."),
            ["list-none"] = () => TaughtPhrasingsCard.List([], _ => true, 1),
            ["one"] = () => TaughtPhrasingsCard.One(Phrasing(1), new(Phrasing(1), Several)),
            ["one-set-aside"] = () => TaughtPhrasingsCard.One(Phrasing(1), null),
        };

    [Theory]
    [MemberData(nameof(States))]
    public void Each_card_about_teaching_is_the_approved_one(string name)
    {
        var message = Cards[name]();
        var card = JsonSerializer.SerializeToElement((AdaptiveCard)message.Attachments![0].Content!, TeamsJson.Wire.AdaptiveCard);

        CardRules.Hold(card);
        InputRules.Hold(card);
        Assert.NotEmpty(message.Summary!);
        Approved.Card($"taught-{name}", card);
    }

    [Fact]
    public void The_largest_cards_fit_a_message()
    {
        var words = string.Concat(Enumerable.Repeat("wörd ", 200));
        var group = new UnansweredGroup(
            Guid.Empty,
            [.. Enumerable.Range(0, 40).Select(number => new GroupWording($"{number} {words}", [Guid.NewGuid()]))],
            40,
            Now
        );
        var section = new PolicySection(
            "many",
            words,
            "anchor",
            null,
            [.. Enumerable.Range(0, 200).Select(number => new Clause(number, $"{number} *{words}", false, number))]
        );
        var ticked = string.Join(',', Enumerable.Range(0, UnansweredGroup.MostShown).Select(_ => Guid.NewGuid()));
        var taught = Enumerable.Range(0, 20).Select(number => Phrasing(number, words)).ToList();
        foreach (
            var message in new[]
            {
                TeachSectionCard.Sections(
                    group,
                    [.. Enumerable.Range(0, SectionChoices.Most).Select(number => section with { Anchor = $"{number}{words[..60]}" })],
                    Library.Documents,
                    words
                ),
                TeachSectionCard.Clauses(group, section, section.Clauses[150], ticked),
                TaughtChangesCard.Confirm(
                    group,
                    section,
                    section.Clauses[0],
                    ticked,
                    new()
                    {
                        Replaced = taught,
                        Questions = [.. Enumerable.Range(0, 9).Select(_ => new ChangedAnswer(words, section))],
                        Examples = [.. Enumerable.Range(0, 9).Select(_ => new ChangedAnswer(words, section))],
                    }
                ),
                TaughtChangesCard.Taught(taught, section, section.Clauses[0], 3),
                TaughtPhrasingsCard.List(taught, _ => false, 1),
                TaughtPhrasingsCard.One(taught[0], new(taught[0], section)),
            }
        )
        {
            Assert.True(CardLimit.Allows(JsonSerializer.SerializeToUtf8Bytes(message, TeamsJson.Wire.TeamsActivity)));
        }
    }

    private static ChangedAnswer Changed(string text) => new(text, Library.Section("social-media/anonymity")!);

    private static TaughtPhrasing Phrasing(int number) => Phrasing(number, $"where is the key for locker number {number}");

    private static TaughtPhrasing Phrasing(int number, string text) =>
        new()
        {
            Id = new Guid(number, 0, 0, new byte[8]),
            Text = text,
            WordsHash = $"{number}",
            PolicySlug = "social-media",
            Heading = "Interactions online",
            Clause = Several.Clauses[0].Text,
            By = "Margaret Ellis",
            ById = "m",
            At = Now,
            Version = number,
        };

    private static UnansweredGroup Group(int number) =>
        new(
            Guid.Empty,
            [
                new($"where is the key for the lockers, number {number}", [.. Enumerable.Range(0, number).Select(_ => Guid.NewGuid())]),
                new("who has locker keys", [Guid.NewGuid()]),
            ],
            number,
            Now
        );
}
