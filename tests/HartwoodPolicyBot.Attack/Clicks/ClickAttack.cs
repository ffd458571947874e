using System.Globalization;
using System.Net;
using System.Text.Json;
using HartwoodPolicyBot.Attack.Common;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Storage.TakenOver;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Attack.Clicks;

/// <summary>
/// Presses every button as people who may not, also with the ids of other cards. Nothing of others' may change or be shown.
/// </summary>
internal static class ClickAttack
{
    /// <summary>Lists the tables in which somebody who is not a practice manager can never cause a new row.</summary>
    private static readonly string[] ForManagers =
    [
        "ManagerActions",
        "ManagerAnswers",
        "ManagerAnswerWordings",
        "AlertChannels",
        "PolicyRounds",
    ];

    /// <summary>Lists the tables whose rows belong to a row of another.</summary>
    private static readonly string[] Parts = ["IncidentTimeline", "IncidentActions", "TrainingAnswers"];

    public static async Task<IReadOnlyList<AttackRow>> RunAsync(AttackOptions options)
    {
        var clicks = await RecordedClicks.FindAsync();
        await using var bot = await AttackedBot.StartAsync();
        await bot.Teams.ArrivedAsync(request => request.Body.ToString().Contains("INC-2026-0010", StringComparison.Ordinal));
        await Canaries.PlantAsync(bot);
        var verbs = RecordedClicks.Verbs(bot);
        var all = clicks.Concat(Made(verbs, clicks)).ToList();
        var faults = new List<string>();
        var pressed = 0;
        foreach (var intruder in await IntrudersAsync(bot))
        {
            foreach (var group in all.Where(intruder.IsForbidden).GroupBy(click => click.Verb, StringComparer.Ordinal))
            {
                var tried = Tried(group.ToList(), clicks, intruder.TriesOtherIds, options.IsShort);
                pressed += tried.Count;
                faults.AddRange(await PressAsync(bot, intruder, group.Key, tried));
            }
        }

        var once = faults.Distinct(StringComparer.Ordinal).ToList();
        once.ForEach(Console.WriteLine);
        return
        [
            new($"{verbs.Count} verbs, {pressed} forbidden clicks: changed or shown", $"{once.Count}", "0", once.Count == 0),
            new(
                "verbs for which no button was found, pressed with the ids of others",
                $"{verbs.Except(clicks.Select(click => click.Verb)).Count()}",
                "",
                true
            ),
        ];
    }

    private static async Task<IReadOnlyList<Intruder>> IntrudersAsync(AttackedBot bot)
    {
        var card = await bot.ReadAsync(database =>
            database
                .Deliveries.Where(row => row.Kind == "incident" && row.ActivityId != null)
                .Select(row => row.ActivityId!)
                .FirstOrDefaultAsync()
        );
        var about = await bot.ReadAsync(database =>
            database.Incidents.Where(row => (int)row.Route == 2).Select(row => row.Id).ToListAsync()
        );
        return Intruder.All(
            bot,
            card ?? throw new InvalidOperationException("No incident stands in the channel."),
            click => about.Exists(id => click.Id?.StartsWith(id.ToString(), StringComparison.OrdinalIgnoreCase) == true)
        );
    }

    /// <summary>Makes buttons for verbs that no card showed, because they come late on a long way.</summary>
    private static IEnumerable<RecordedClick> Made(IEnumerable<string> verbs, IReadOnlyList<RecordedClick> clicks) =>
        verbs
            .Except(clicks.Select(click => click.Verb), StringComparer.Ordinal)
            .Select(verb => new RecordedClick(
                "margaret",
                "a:margaret",
                JsonSerializer.SerializeToElement(new { verb, data = new { verb } }),
                []
            ));

    /// <summary>Returns the clicks of one verb, each also with every id that any other card carries.</summary>
    private static List<RecordedClick> Tried(List<RecordedClick> own, IReadOnlyList<RecordedClick> clicks, bool withOthers, bool isShort)
    {
        if (!withOthers)
        {
            return isShort ? [.. own.DistinctBy(click => click.Kind)] : own;
        }

        var ids = clicks.Select(click => click.Id).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var step = isShort ? 10 : 1;
        return [.. own, .. ids.Where((_, at) => at % step == 0).Select(id => WithId(own[0], id))];
    }

    private static RecordedClick WithId(RecordedClick click, string id)
    {
        var action = System.Text.Json.Nodes.JsonNode.Parse(click.Action.GetRawText())!.AsObject();
        action["data"] ??= new System.Text.Json.Nodes.JsonObject { ["verb"] = click.Verb };
        action["data"]!["id"] = id;
        return click with { Action = JsonSerializer.SerializeToElement(action) };
    }

    private static async Task<IEnumerable<string>> PressAsync(AttackedBot bot, Intruder intruder, string verb, List<RecordedClick> clicks)
    {
        var (before, sent) = (await DatabaseContents.ReadAsync(bot), bot.Teams.Requests.Count);
        var faults = new List<string>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var click in clicks)
        {
            var activity = click.By(intruder.Chat);
            intruder.Change(activity);
            ids.Add(activity["id"]!.ToString());
            var answered = await bot.SendAsync(activity);
            if (answered.Status >= 500 || (intruder.Status is { } status && answered.Status != status))
            {
                faults.Add($"{verb}, {intruder.Name}: status {answered.Status}");
            }

            if (answered.Body.Contains(Canaries.Word, StringComparison.Ordinal))
            {
                faults.Add($"{verb}, {intruder.Name}: shows what is not theirs");
            }
        }

        var messages = bot.Teams.Requests.Skip(sent).ToList();
        faults.AddRange(
            messages
                .Where(message => IsAnswer(message, ids) && message.Body.ToString().Contains(Canaries.Word, StringComparison.Ordinal))
                .Select(_ => $"{verb}, {intruder.Name}: sends what is not theirs")
        );
        faults.AddRange(
            messages
                .Where(message =>
                    message.Method == "PUT" && WebUtility.UrlDecode(message.Path).Contains(TakenOverBot.Channel, StringComparison.Ordinal)
                )
                .Select(_ => $"{verb}, {intruder.Name}: replaces a card in the incidents channel")
        );
        var now = await DatabaseContents.ReadAsync(bot);
        faults.AddRange(Changes(before, now, intruder).Select(change => $"{verb}, {intruder.Name}: {change}"));
        return faults;
    }

    private static bool IsAnswer(TeamsRequest message, HashSet<string> ids) =>
        message.Body.ValueKind == JsonValueKind.Object
        && message.Body.TryGetProperty("replyToId", out var to)
        && ids.Contains(to.GetString() ?? "");

    /// <summary>Returns what changed that is not the intruder's own: rows that were there, and rows that only others may make.</summary>
    private static IEnumerable<string> Changes(DatabaseContents before, DatabaseContents now, Intruder intruder)
    {
        foreach (var line in before.Missing(now).Where(line => !IsOwn(line, intruder)))
        {
            yield return $"changes {Start(line)}";
        }

        foreach (var line in now.New(before))
        {
            var table = line[..line.IndexOf(':', StringComparison.Ordinal)];
            if (ForManagers.Contains(table) || (Parts.Contains(table) && !IsOwnPart(line, now, before)))
            {
                yield return $"adds to {Start(line)}";
            }
        }
    }

    /// <summary>Returns whether a row is the intruder's own, or the count from which the next number of a report is taken.</summary>
    private static bool IsOwn(string line, Intruder intruder) =>
        line.Contains(intruder.Id, StringComparison.OrdinalIgnoreCase) || line.StartsWith("IncidentNumbers:", StringComparison.Ordinal);

    /// <summary>Returns whether the row that a part belongs to is as new as the part.</summary>
    private static bool IsOwnPart(string line, DatabaseContents now, DatabaseContents before)
    {
        var parent = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(' ')[0];
        return now.New(before).Any(row => row.Contains($": Id={parent}", StringComparison.OrdinalIgnoreCase));
    }

    private static string Start(string line) => string.Create(CultureInfo.InvariantCulture, $"{line[..Math.Min(line.Length, 160)]}");
}
