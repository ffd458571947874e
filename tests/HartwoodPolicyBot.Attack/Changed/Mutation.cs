using System.Text;
using System.Text.Json.Nodes;

namespace HartwoodPolicyBot.Attack.Changed;

/// <summary>Changes a good activity in one to four places. The same seed and number give the same change.</summary>
internal sealed class Mutation(IReadOnlyList<JsonObject> valid, IReadOnlyList<string> ids, int seed)
{
    /// <summary>Stand for what a JSON node can't hold, and are replaced in the text.</summary>
    private const string HalfCharacter = "(half a character)";
    private const string DeepNesting = "(deep nesting)";
    private const string HugeNumber = "(huge number)";
    private const int Longest = 60_000;

    private static readonly string[] Envelope =
    [
        "type",
        "id",
        "name",
        "channelId",
        "serviceUrl",
        "from",
        "recipient",
        "conversation",
        "channelData",
    ];

    private static readonly string[] Texts =
    [
        "",
        " ",
        "\0",
        "a\0b",
        HalfCharacter,
        "\uffff\ufffe\ufeff",
        "\u202e\u2066abc\u2069",
        "👩‍⚕️🇬🇧",
        "é" + new string('\u0301', 500),
        "<script>alert(1)</script>",
        "<at>Hartwood Policy Bot</at><at></at>",
        "&#0;&#xD800;&nbsp;&lt;b&gt;",
        "'; DROP TABLE \"Incidents\"; --",
        "{{7*7}}${jndi:ldap://x}%00%s%n",
        "../../../etc/passwd",
        "=cmd|' /C calc'!A0",
        "**[x](javascript:alert(1))**",
        "-1",
        "NaN",
        "9999-12-31T23:59:59.9999999+14:00",
        "0001-01-01",
        "\r\n\r\nError: forged",
    ];

    private static readonly string[] Long = ["x", " ", "&nbsp;", "a.", "01.01.", "<b>", "🙂", "ﷺ", "\0", "NHS ", "@a.", "é"];

    /// <summary>Returns the body of one changed activity.</summary>
    public string Body(int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var activity = valid[random.Next(valid.Count)].DeepClone().AsObject();
        activity["id"] = $"changed-{seed}-{number}";
        for (var change = random.Next(1, 5); change > 0; change--)
        {
            Change(activity, random);
        }

        var text = activity
            .ToJsonString()
            // Written where a change cut a character in two; from here on only the bot could write it.
            .Replace("\\uFFFD", "x", StringComparison.Ordinal)
            .Replace(HalfCharacter, random.Next(2) == 0 ? "\\ud800" : "x\\udc00y", StringComparison.Ordinal)
            .Replace($"\"{DeepNesting}\"", Nested(random.Next(2, 200)), StringComparison.Ordinal)
            .Replace($"\"{HugeNumber}\"", random.Next(2) == 0 ? "1e400" : new string('9', random.Next(1, 400)), StringComparison.Ordinal);
        return random.Next(20) switch
        {
            0 => text[..random.Next(1, text.Length)],
            1 => Twice(text, random),
            2 => Flipped(text, random),
            _ => text,
        };
    }

    /// <summary>Returns the places of an activity that hold text and are not part of its envelope, as paths.</summary>
    public static IEnumerable<string> TextPlaces(JsonObject activity) =>
        Places(activity)
            .Select(place => Get(place.Parent, place.Name))
            .OfType<JsonValue>()
            .Where(value => value.TryGetValue(out string? _))
            .Select(value => value.GetPath()[2..])
            .Where(path => !Envelope.Contains(path.Split('.', '[')[0]) || path == "from.name");

    /// <summary>Returns the activity with another text in one place.</summary>
    public static JsonObject With(JsonObject activity, string path, string text)
    {
        var changed = activity.DeepClone().AsObject();
        var (parent, name) = Places(changed).First(place => Get(place.Parent, place.Name)?.GetPath() == $"$.{path}");
        Set(parent, name, text);
        return changed;
    }

    private void Change(JsonObject activity, Random random)
    {
        var places = Places(activity).ToList();

        // Most changes to the envelope end in a refusal at the door, so four of five go to what is inside.
        var inside = places.Where(place => place.Parent != activity || !Envelope.Contains(place.Name)).ToList();
        inside.RemoveAll(place => Envelope.Any(name => activity[name] == place.Parent || activity[name] == place.Parent.Parent));
        if (inside.Count > 0 && random.Next(5) > 0)
        {
            places = inside;
        }

        if (places.Count == 0)
        {
            return;
        }

        var (parent, name) = places[random.Next(places.Count)];
        var now = Get(parent, name);
        switch (random.Next(10))
        {
            case 0:
                Remove(parent, name);
                break;
            case 1:
                Set(parent, name, null);
                break;
            case 2:
                Set(parent, name, OfAnotherType(random));
                break;
            case 3:
                Set(parent, name, Texts[random.Next(Texts.Length)]);
                break;
            case 4:
                var part = Long[random.Next(Long.Length)];
                Set(parent, name, string.Concat(Enumerable.Repeat(part, random.Next(1, Longest / part.Length))));
                break;
            case 5:
                Set(parent, name, ids[random.Next(ids.Count)]);
                break;
            case 6 when now is JsonValue value && value.TryGetValue(out string? text):
                Set(parent, name, text.Insert(random.Next(text.Length + 1), Texts[random.Next(Texts.Length)]));
                break;
            case 7:
                var other = Places(valid[random.Next(valid.Count)]).ToList();
                var (from, which) = other[random.Next(other.Count)];
                Set(parent, name, Get(from, which)?.DeepClone());
                break;
            case 8:
                Add(parent, random);
                break;
            default:
                Set(parent, name, random.Next(2) == 0 ? DeepNesting : HugeNumber);
                break;
        }
    }

    private static JsonNode? OfAnotherType(Random random) =>
        random.Next(7) switch
        {
            0 => JsonValue.Create(random.Next()),
            1 => JsonValue.Create(-0.5),
            2 => JsonValue.Create(true),
            3 => new JsonArray(null, "x", 1),
            4 => new JsonObject { ["id"] = null, ["verb"] = new JsonArray() },
            5 => new JsonArray(),
            _ => new JsonObject(),
        };

    private static void Add(JsonNode parent, Random random)
    {
        if (parent is JsonArray list)
        {
            list.Add(
                random.Next(2) == 0
                    ? null
                    : new JsonObject
                    {
                        ["type"] = "mention",
                        ["mentioned"] = null,
                        ["text"] = "",
                    }
            );
        }
        else
        {
            parent[Texts[random.Next(Texts.Length)]] = Texts[random.Next(Texts.Length)];
        }
    }

    /// <summary>Returns every place of the tree: an object with a property's name, or an array with an index.</summary>
    private static IEnumerable<(JsonNode Parent, object Name)> Places(JsonNode node) =>
        node switch
        {
            JsonObject fields => fields.SelectMany(field => Under(field.Value).Prepend((fields, field.Key))),
            JsonArray list => list.SelectMany((item, at) => Under(item).Prepend((list, at))),
            _ => [],
        };

    private static IEnumerable<(JsonNode Parent, object Name)> Under(JsonNode? node) => node is null ? [] : Places(node);

    private static JsonNode? Get(JsonNode parent, object name) => name is int at ? parent[at] : parent[(string)name];

    private static void Set(JsonNode parent, object name, JsonNode? value)
    {
        if (name is int at)
        {
            parent[at] = value;
        }
        else
        {
            parent[(string)name] = value;
        }
    }

    private static void Remove(JsonNode parent, object name)
    {
        if (name is int at)
        {
            parent.AsArray().RemoveAt(at);
        }
        else
        {
            parent.AsObject().Remove((string)name);
        }
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    /// <summary>Writes a field a second time, at the top or in the data of a click.</summary>
    private string Twice(string text, Random random)
    {
        var id = ids[random.Next(ids.Count)];
        return random.Next(2) == 0 && text.Contains("\"data\":{", StringComparison.Ordinal)
            ? text.Replace("\"data\":{", $"\"data\":{{\"id\":\"{id}\",", StringComparison.Ordinal)
            : $"{text[..^1]},\"text\":\"{id}\",\"type\":\"message\"}}";
    }

    private static string Flipped(string text, Random random)
    {
        var changed = new StringBuilder(text);
        changed[random.Next(text.Length)] = (char)random.Next(1, 128);
        return changed.ToString();
    }
}
