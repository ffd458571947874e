using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.ManagerQuestions;

namespace HartwoodPolicyBot.Tests.Cards;

/// <summary>
/// Sends words that look like Markdown and HTML through every field, and reads all cards that come of them. Clients read Markdown
/// differently, so only a TextRun shows such words as typed everywhere.
/// </summary>
public sealed partial class PeoplesWordsTests
{
    private const string Typed = """R&R <b>[x](http://x) *a* _b_ \ &amp;""";

    [Fact]
    public async Task Questions_answers_and_names_are_in_text_runs_alone_as_they_were_typed()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        List<JsonElement> cards = [];
        await host.Staff().SayAsync(InMessage("who waters the plants"));
        cards.Add((await host.Manager.SayAsync("unanswered")).Card);
        cards.Add(await host.Manager.FillAsync(CardReader.Actions(cards[^1]).First(Shows)));
        var priya = host.Staff(Typed);
        var asked = await ManagerQuestionTestHost.AskAsync(priya, InMessage("where is the locker key"));
        cards.Add(await priya.FillAsync(asked.Button("Add to my question"), new() { ["line"] = Typed }));
        cards.Add((await priya.SayAsync("my questions")).Card);
        cards.Add(await host.AnswerAsync(Typed, always: true));
        cards.Add((await host.Staff(Typed).SayAsync(InMessage("where is the locker key"))).Card);

        cards.Add((await host.Manager.SayAsync("answers")).Card);
        cards.Add(await host.Manager.FillAsync(CardReader.Actions(cards[^1]).First(Shows)));
        cards.Add(await host.Manager.FillAsync(CardReader.Button(cards[^1], "Delete answer")));
        cards.Add(await host.Manager.FillAsync(CardReader.Button(cards[^2], "Change answer")));

        AssertAsTyped([.. cards, .. SentBy(host.Bot)]);
    }

    [Fact]
    public async Task Reports_names_and_reasons_are_in_text_runs_alone_as_they_were_typed()
    {
        await using var practice = await Practice.OpenAsync();
        List<JsonElement> cards = [];
        var priya = new Chat(practice.Bot, "personal") { Name = Typed };
        var installed = priya.Activity("installationUpdate");
        installed["action"] = "add";
        await priya.SendAsync(installed);
        var manager = practice.Personal(Practice.ManagerId);
        cards.Add((await manager.SayAsync("training status")).Card);
        cards.Add(await manager.FillAsync(CardReader.Actions(cards[^1]).First(Shows)));
        cards.Add(await manager.FillAsync(CardReader.Button(cards[^1], "Assign training")));
        cards.Add(
            await manager.FillAsync(CardReader.Button(cards[^1], "Assign training"), new() { ["reason"] = Typed, ["due"] = "2026-12-01" })
        );
        cards.Add((await priya.SayAsync("my training")).Card);
        cards.Add((await priya.SayAsync("training")).Card);

        cards.Add(await Practice.ReviewAsync(priya, ("what", Typed), ("done", Typed), ("platform", Typed)));
        await Practice.ReportAsync(priya, ("what", Typed), ("done", Typed), ("platform", Typed));
        cards.Add(await practice.CardAsync("INC-2026-0001"));

        AssertAsTyped([.. cards, .. SentBy(practice.Bot)]);
    }

    /// <summary>Returns what a client sends when somebody types these words: the markup's characters are entities.</summary>
    private static string InMessage(string begins) => $"{begins} {WebUtility.HtmlEncode(Typed)}";

    private static bool Shows(JsonElement action) => action.GetProperty("title").GetString()!.Contains(Typed, StringComparison.Ordinal);

    private static IEnumerable<JsonElement> SentBy(BotHost bot)
    {
        foreach (var sent in bot.Teams.Requests.Where(sent => sent.Body.ValueKind == JsonValueKind.Object && sent.Method != "GET"))
        {
            var message = sent.Body.TryGetProperty("activity", out var first) ? first : sent.Body;
            Assert.False(message.TryGetProperty("text", out _));
            if (message.TryGetProperty("summary", out var summary))
            {
                Assert.DoesNotMatch(@"\\\[|R&amp;", summary.GetString());
            }

            if (message.TryGetProperty("attachments", out var attachments))
            {
                yield return attachments[0].GetProperty("content");
            }
        }
    }

    private static void AssertAsTyped(IReadOnlyList<JsonElement> cards)
    {
        var found = 0;
        foreach (var node in cards.SelectMany(CardReader.Nodes))
        {
            var isRun = node.TryGetProperty("type", out var type) && type.GetString() == "TextRun";
            var isButton = type.ValueKind == JsonValueKind.String && type.GetString()!.StartsWith("Action.", StringComparison.Ordinal);
            foreach (var field in new[] { "text", "title", "value", "label", "placeholder", "errorMessage", "fallbackText" })
            {
                if (
                    !node.TryGetProperty(field, out var shown)
                    || shown.ValueKind != JsonValueKind.String
                    || !Any().IsMatch(shown.GetString()!)
                )
                {
                    continue;
                }

                found += isRun ? 1 : 0;
                Assert.Contains(Typed, shown.GetString()!, StringComparison.Ordinal);
                Assert.True(
                    isRun || isButton || field == "fallbackText" || (field == "value" && type.ValueKind == JsonValueKind.String),
                    $"{field} of {node.GetRawText()}"
                );
            }
        }

        Assert.InRange(found, 8, int.MaxValue);
    }

    [GeneratedRegex(@"R&|\[x|\*a|<b|&lt;b", RegexOptions.None, 1000)]
    private static partial Regex Any();
}
