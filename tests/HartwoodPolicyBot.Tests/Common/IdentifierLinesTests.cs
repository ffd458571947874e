using System.Text.Json;
using HartwoodPolicyBot.Core.Common;
using Xunit.Abstractions;

namespace HartwoodPolicyBot.Tests.Common;

/// <summary>
/// Measures masking on 200 lines as staff write them, half of them innocent: order numbers, extensions, dates that are not dates of
/// birth. An identifier counts as found when none of its words and numbers can be read after masking.
/// </summary>
public sealed class IdentifierLinesTests(ITestOutputHelper output)
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Nearly_all_identifiers_are_masked_and_hardly_any_innocent_line_is_changed()
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Common", "identifiers.jsonl"))
            .Select(json => JsonSerializer.Deserialize<Line>(json, JsonSerializerOptions.Web)!)
            .ToList();
        var identifiers = lines.SelectMany(line => line.Identifiers.Select(identifier => (line.Text, Identifier: identifier))).ToList();
        var innocent = lines.Where(line => line.Innocent).ToList();
        Assert.Equal(200, lines.Count);
        Assert.NotEmpty(identifiers);

        var missed = identifiers
            .Where(one => PatientIdentifiers.Mask(one.Text, Today).Contains(one.Identifier, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var touched = innocent.Where(line => PatientIdentifiers.Mask(line.Text, Today) != line.Text).ToList();

        missed.ForEach(one => output.WriteLine($"missed {one.Identifier}: {PatientIdentifiers.Mask(one.Text, Today)}"));
        touched.ForEach(line => output.WriteLine($"touched {PatientIdentifiers.Mask(line.Text, Today)}"));
        var recall = 1 - ((double)missed.Count / identifiers.Count);
        output.WriteLine($"recall {recall:P1} of {identifiers.Count}; touched {touched.Count} of {innocent.Count}");
        Assert.True(recall >= 0.95, $"recall {recall:P1}");
        Assert.True(touched.Count <= 0.03 * innocent.Count, $"{touched.Count} innocent lines touched");
    }

    private sealed record Line(string Text, IReadOnlyList<string> Identifiers, bool Innocent);
}
