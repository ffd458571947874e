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
        "TaughtPhrasings",
        "AlertChannels",
        "PolicyRounds",
        "ScenarioRevisions",
        "GuidanceChecks",
    ];

    /// <summary>Lists the tables whose rows belong to a row of another.</summary>
    private static readonly string[] Parts = ["IncidentTimeline", "IncidentActions", "TrainingAnswers"];

    public static async Task<IReadOnlyList<AttackRow>> RunAsync(AttackOptions options)
    {
        var clicks = await RecordedClicks.FindAsync();
        await using var bot = await AttackedBot.StartAsync();
        await bot.Teams.ArrivedAsync(request => request.Body.ToString().Contains("INC-2026-0010", StringComparison.Ordinal));
        await Canaries.PlantAsync(bot);
        var first = await DatabaseContents.ReadAsync(bot);
        var verbs = RecordedClicks.Verbs(bot);
        var all = clicks.Concat(Made(verbs, clicks)).ToList();
        var faults = new List<string>();
        var pressed = 0;
        foreach (var intruder in await IntrudersAsync(bot))
        {
            var tried = all.Where(intruder.IsForbidden)
                .GroupBy(click => click.Verb, StringComparer.Ordinal)
                .Select(verb => Tried([.. verb], clicks, intruder.TriesOtherIds, options.IsShort))
                .ToList();
            pressed += tried.Sum(verb => verb.Count);

            // The short form compares the database once for each person, the full one after each verb, so that it can name it.
            foreach (var batch in options.IsShort ? [tried.SelectMany(verb => verb).ToList()] : tried)
            {
                faults.AddRange(await PressAsync(bot, first, intruder, options.IsShort ? "some verb" : batch[0].Verb, batch));
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
        var step = isShort ? 40 : 1;
        return [.. own, .. ids.Where((_, at) => at % step == 0).Select(id => WithId(own[0], id))];
    }

    private static RecordedClick WithId(RecordedClick click, string id)
    {
        var action = System.Text.Json.Nodes.JsonNode.Parse(click.Action.GetRawText())!.AsObject();
        action["data"] ??= new System.Text.Json.Nodes.JsonObject { ["verb"] = click.Verb };
        action["data"]!["id"] = id;
        return click with { Action = JsonSerializer.SerializeToElement(action) };
    }

    private static async Task<IEnumerable<string>> PressAsync(
        AttackedBot bot,
        DatabaseContents first,
        Intruder intruder,
        string verb,
        List<RecordedClick> clicks
    )
    {
        var (before, sent) = (await DatabaseContents.ReadAsync(bot), bot.Teams.Requests.Count);
        var faults = new List<string>();
        var verbs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var click in clicks)
        {
            var activity = click.By(intruder.Chat);
            intruder.Change(activity);
            verbs[activity["id"]!.ToString()] = click.Verb;
            var answered = await bot.SendAsync(activity);
            if (answered.Status >= 500 || (intruder.Status is { } status && answered.Status != status))
            {
                faults.Add($"{click.Verb}, {intruder.Name}: status {answered.Status}");
            }

            if (Canaries.AreIn(answered.Body, click.Verb))
            {
                faults.Add($"{click.Verb}, {intruder.Name}: shows what is not theirs");
            }
        }

        var messages = bot.Teams.Requests.Skip(sent).ToList();
        faults.AddRange(
            messages
                .Select(message => (Verb: VerbOf(message, verbs), Text: message.Body.ToString()))
                .Where(message => message.Verb is not null && Canaries.AreIn(message.Text, message.Verb))
                .Select(message => $"{message.Verb}, {intruder.Name}: sends what is not theirs")
        );
        faults.AddRange(
            messages
                .Where(message =>
                    message.Method == "PUT" && WebUtility.UrlDecode(message.Path).Contains(TakenOverBot.Channel, StringComparison.Ordinal)
                )
                .Select(_ => $"{verb}, {intruder.Name}: replaces a card in the incidents channel")
        );
        var now = await DatabaseContents.ReadAsync(bot);
        faults.AddRange(Changes(first, before, now, intruder).Select(change => $"{verb}, {intruder.Name}: {change}"));
        return faults;
    }

    /// <summary>Returns the verb of the click that a message answers; null if it answers none of these.</summary>
    private static string? VerbOf(TeamsRequest message, Dictionary<string, string> verbs) =>
        message.Body.ValueKind == JsonValueKind.Object && message.Body.TryGetProperty("replyToId", out var to)
            ? verbs.GetValueOrDefault(to.GetString() ?? "")
            : null;

    /// <summary>Returns what changed that is not the intruder's own: rows that were there, and rows that only others may make.</summary>
    private static IEnumerable<string> Changes(DatabaseContents first, DatabaseContents before, DatabaseContents now, Intruder intruder)
    {
        // A row that the attack itself caused, such as a message about the intruder's own report, may go on changing.
        var old = before.Missing(now).Where(line => first.Has(line.Split(" | ")[0]));
        foreach (var line in old.Where(line => !IsOwn(line, intruder) && !IsFeedback(line, now)))
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

    /// <summary>
    /// Returns whether only "helpful" changed in a row of the question log. The log names nobody, so whoever holds a question's card can
    /// press it: README has the reason.
    /// </summary>
    private static bool IsFeedback(string line, DatabaseContents now) =>
        line.StartsWith("Questions:", StringComparison.Ordinal) && now.Has(line[..line.IndexOf(" | Feedback=", StringComparison.Ordinal)]);

    /// <summary>Returns whether the row that a part belongs to is as new as the part.</summary>
    private static bool IsOwnPart(string line, DatabaseContents now, DatabaseContents before)
    {
        var parent = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(' ')[0];
        return now.New(before).Any(row => row.Contains($": Id={parent}", StringComparison.OrdinalIgnoreCase));
    }

    private static string Start(string line) => string.Create(CultureInfo.InvariantCulture, $"{line[..Math.Min(line.Length, 160)]}");
}
