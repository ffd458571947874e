using System.Text.Json;
using System.Text.Json.Nodes;

namespace HartwoodPolicyBot.Packaging;

/// <summary>
/// Lists the packages that the bot is made of, in CycloneDX's format, so that a practice can ask whether a known hole concerns it. The
/// list is read from the file that .NET itself loads the packages by.
/// </summary>
/// <remarks>Source: cyclonedx.org, specification 1.6 in JSON; the names are package URLs (purl, type nuget).</remarks>
internal static class PartsList
{
    private const string HashPrefix = "sha512-";

    /// <summary>Returns the list of the program whose <c>.deps.json</c> this is.</summary>
    public static string Of(string depsJson, DateTimeOffset now)
    {
        using var deps = JsonDocument.Parse(depsJson);
        var target = deps.RootElement.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
        var uses = deps.RootElement.GetProperty("targets").GetProperty(target);
        var libraries = deps.RootElement.GetProperty("libraries").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value);
        var program = libraries.Keys.First();
        var list = new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["timestamp"] = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ"),
                ["component"] = Component(program, libraries[program], "application"),
            },
            ["components"] = new JsonArray([
                .. libraries.Where(entry => entry.Key != program).Select(entry => Component(entry.Key, entry.Value, "library")),
            ]),
            ["dependencies"] = new JsonArray([.. uses.EnumerateObject().Select(part => Dependency(part, libraries))]),
        };
        return list.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static JsonObject Component(string library, JsonElement about, string type)
    {
        var (name, version) = (library.Split('/')[0], library.Split('/')[1]);
        var component = new JsonObject
        {
            ["type"] = type,
            ["bom-ref"] = library,
            ["name"] = name,
            ["version"] = version,
        };
        if (about.GetProperty("type").GetString() == "package")
        {
            component["purl"] = $"pkg:nuget/{name}@{version}";
        }

        if (about.GetProperty("sha512").GetString() is { Length: > 0 } hash && hash.StartsWith(HashPrefix, StringComparison.Ordinal))
        {
            component["hashes"] = new JsonArray(
                new JsonObject
                {
                    ["alg"] = "SHA-512",
                    ["content"] = Convert.ToHexStringLower(Convert.FromBase64String(hash[HashPrefix.Length..])),
                }
            );
        }

        return component;
    }

    private static JsonObject Dependency(JsonProperty part, Dictionary<string, JsonElement> libraries)
    {
        var named = part.Value.TryGetProperty("dependencies", out var dependencies)
            ? dependencies.EnumerateObject().Select(dependency => $"{dependency.Name}/{dependency.Value.GetString()}")
            : [];
        return new JsonObject
        {
            ["ref"] = part.Name,
            ["dependsOn"] = new JsonArray([.. named.Where(libraries.ContainsKey).Select(name => JsonValue.Create(name))]),
        };
    }
}
