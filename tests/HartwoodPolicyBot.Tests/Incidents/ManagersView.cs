using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>
/// Walks everything that a practice manager can open: every command in their chat and in the channel, every button on every card
/// that follows, every file and every page. Writes down all that they see, without ids, which are random.
/// </summary>
/// <param name="practice">The practice.</param>
/// <param name="but">A place that accepts nothing, so its deliveries keep waiting.</param>
internal sealed partial class ManagersView(Practice practice, string but)
{
    private const int MostClicks = 600;

    /// <summary>Draw their scenarios at random.</summary>
    private static readonly string[] Random = ["training", "training-start", "training-ask-role", "training-role", "training-resume"];

    private static readonly string[] Pages = ["/", "/privacy", "/terms", "/policy", "/policy/leaflet", "/health/live", "/health/ready"];

    private readonly HashSet<string> clicked = new(StringComparer.Ordinal);
    private readonly Queue<(Chat Chat, JsonElement Card)> cards = new();
    private readonly List<string> lines = [];

    public int Clicks => clicked.Count;

    public int Files { get; private set; }

    public async Task<IReadOnlyList<string>> WalkAsync()
    {
        foreach (var page in Pages)
        {
            using var response = await practice.Bot.Http.GetAsync(new Uri(page, UriKind.Relative));
            lines.Add($"{page}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }

        var (own, channel) = (practice.Personal(Practice.ManagerId), practice.Channel);
        foreach (var command in practice.Bot.Services.GetRequiredService<CommandList>().All.Select(command => command.Words[0]))
        {
            if (!Random.Contains(command))
            {
                await SeeAsync(own, $"says {command}", () => own.SayAsync(command));
                await SeeAsync(channel, $"mentions {command}", () => channel.MentionAsync(command));
            }
        }

        // The cards that came by themselves.
        foreach (var sent in channel.Sent.Concat(own.Sent).Concat(Posts()).Where(sent => sent.Method != "GET").ToList())
        {
            See(sent.Path.Contains(own.Conversation, StringComparison.Ordinal) ? own : channel, Practice.CardOf(sent));
        }

        while (cards.TryDequeue(out var next) && clicked.Count < MostClicks)
        {
            foreach (var button in CardReader.Actions(next.Card).Where(action => action.TryGetProperty("verb", out _)))
            {
                await ClickAsync(next.Chat, button, next.Card);
            }
        }

        await practice.DeliveredAsync(but);
        lines.AddRange(Posts().Concat(own.Sent).Select(sent => $"{sent.Method} {sent.Body}"));
        return [.. lines.Select(Plain).Order(StringComparer.Ordinal)];
    }

    /// <summary>Returns the posts in the channel, which have no conversation yet.</summary>
    private IEnumerable<TeamsRequest> Posts() =>
        practice.Bot.Teams.Requests.Where(request =>
            request.Path == "/v3/conversations" && request.Body.GetRawText().Contains(Practice.ChannelId, StringComparison.Ordinal)
        );

    private async Task ClickAsync(Chat chat, JsonElement button, JsonElement card)
    {
        var verb = button.GetProperty("verb").GetString()!;
        if (!Random.Contains(verb) && clicked.Add($"{chat.Conversation} {Plain(button.GetRawText())}"))
        {
            await SeeAsync(chat, $"clicks {button.GetProperty("data")}", () => chat.ExecuteAsync(button, Answers(card)));
        }
    }

    private async Task SeeAsync(Chat chat, string what, Func<Task<Reply>> act)
    {
        practice.Bot.Time.Advance(TimeSpan.FromMinutes(1));
        var reply = await practice.Bot.Time.RunAsync(act());
        lines.Add($"{chat.Conversation} {what}: {chat.Body} {reply.Message}");
        if (chat.Body is { ValueKind: JsonValueKind.Object } && chat.Body.TryGetProperty("value", out var value))
        {
            See(chat, value);
        }

        if (!reply.IsSilence && reply.Message.TryGetProperty("attachments", out _))
        {
            See(chat, reply.Card);
            await FetchAsync(reply.Card);
        }
    }

    private void See(Chat chat, JsonElement card)
    {
        if (card.ValueKind == JsonValueKind.Object)
        {
            cards.Enqueue((chat, card));
        }
    }

    /// <summary>Fetches a file that a card offers, as the page with its button does.</summary>
    private async Task FetchAsync(JsonElement card)
    {
        foreach (Match link in FileAddress().Matches(card.GetRawText()))
        {
            Files++;
            using var response = await practice.Bot.Http.PostAsync(new Uri(link.Value, UriKind.Relative), null);
            lines.Add($"file {(int)response.StatusCode}");
            Read(await response.Content.ReadAsByteArrayAsync());
        }
    }

    private void Read(byte[] file)
    {
        if (file is not [(byte)'P', (byte)'K', ..])
        {
            lines.Add($"file {Encoding.UTF8.GetString(file)}");
            return;
        }

        using var zip = new ZipArchive(new MemoryStream(file));
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            lines.Add($"entry {entry.FullName}");
            Read(copy.ToArray());
        }
    }

    /// <summary>Returns what a client sends with a click: what stands in the inputs.</summary>
    private static JsonObject Answers(JsonElement card) =>
        new(
            CardReader
                .Nodes(card)
                .Where(node =>
                    node.TryGetProperty("type", out var type) && type.GetString()!.StartsWith("Input.", StringComparison.Ordinal)
                )
                .DistinctBy(input => input.GetProperty("id").GetString())
                .Select(input =>
                    KeyValuePair.Create(
                        input.GetProperty("id").GetString()!,
                        (JsonNode?)(input.TryGetProperty("value", out var value) ? value.GetString() : "")
                    )
                )
        );

    /// <summary>
    /// Leaves out ids, which are random, and the time of day on the day of the walk: it depends on how long the bot waits for its
    /// pace, and all that happens on that day are the manager's own clicks. Excel counts that day as 46359, with the time as a fraction.
    /// </summary>
    private static string Plain(string line) => Today().Replace(Id().Replace(line, "*"), "today");

    [GeneratedRegex(
        "Thu 3 Dec(?: 2026)?,? [0-9]{2}:[0-9]{2}|2026-12-03[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]+)?)?|\\b46359[.][0-9]+",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Today();

    [GeneratedRegex("/files/[0-9a-f]{64}", RegexOptions.None, 1000)]
    private static partial Regex FileAddress();

    [GeneratedRegex(
        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32,64}|\\bp[0-9a-f]{12}\\b|sent-[0-9]+|"
            + "messageid=[0-9]+|m[0-9]+-\\*|127\\.0\\.0\\.1:[0-9]+",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Id();
}
