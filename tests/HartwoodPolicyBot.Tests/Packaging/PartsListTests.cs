using System.Text.Json;
using HartwoodPolicyBot.Packaging;

namespace HartwoodPolicyBot.Tests.Packaging;

/// <summary>The list of packages names each package that .NET loads for the bot, and nothing else.</summary>
public sealed class PartsListTests
{
    private static readonly string Deps = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "HartwoodPolicyBot.deps.json"));
    private readonly JsonElement list = JsonDocument.Parse(PartsList.Of(Deps, new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero))).RootElement;

    [Fact]
    public void Every_package_is_listed_with_its_version_and_its_hash()
    {
        using var deps = JsonDocument.Parse(Deps);
        var packages = deps
            .RootElement.GetProperty("libraries")
            .EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .Select(library => $"pkg:nuget/{library.Name.Replace('/', '@')}")
            .Order();
        var listed = list.GetProperty("components").EnumerateArray().Where(part => part.TryGetProperty("purl", out _)).ToList();

        Assert.Contains("pkg:nuget/Microsoft.Bot.Builder@4.23.1", packages);
        Assert.Equal(packages, listed.Select(part => part.GetProperty("purl").GetString()!).Order());
        Assert.All(listed, part => Assert.Equal(128, part.GetProperty("hashes")[0].GetProperty("content").GetString()!.Length));
    }

    [Fact]
    public void It_says_what_it_lists_and_what_uses_what()
    {
        var program = list.GetProperty("metadata").GetProperty("component");
        var names = list.GetProperty("components")
            .EnumerateArray()
            .Append(program)
            .Select(part => part.GetProperty("bom-ref").GetString()!)
            .ToHashSet();
        var uses = list.GetProperty("dependencies").EnumerateArray().ToList();

        Assert.Equal(("CycloneDX", "1.6"), (list.GetProperty("bomFormat").GetString(), list.GetProperty("specVersion").GetString()));
        Assert.Equal(
            ("application", "HartwoodPolicyBot"),
            (program.GetProperty("type").GetString(), program.GetProperty("name").GetString())
        );
        Assert.Equal("2026-11-28T12:00:00Z", list.GetProperty("metadata").GetProperty("timestamp").GetString());
        Assert.Equal(names.Order(), uses.Select(one => one.GetProperty("ref").GetString()!).Order());
        Assert.All(uses.SelectMany(one => one.GetProperty("dependsOn").EnumerateArray()), one => Assert.Contains(one.GetString()!, names));
    }

    [Fact]
    public void What_another_project_brings_along_is_listed_too()
    {
        var uses = list.GetProperty("dependencies")
            .EnumerateArray()
            .Single(one => one.GetProperty("ref").GetString() == "HartwoodPolicyBot.BotBuilder/1.0.0");

        Assert.Contains(
            "Microsoft.Bot.Builder.Integration.AspNet.Core/4.23.1",
            uses.GetProperty("dependsOn").EnumerateArray().Select(one => one.GetString())
        );
    }
}
