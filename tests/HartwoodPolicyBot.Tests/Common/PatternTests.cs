using System.Reflection;
using System.Text.RegularExpressions;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Tests.Common;

/// <summary>No text that people send can make a pattern slow.</summary>
public sealed class PatternTests
{
    private const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>A pattern that cannot backtrack takes time in proportion to the length of the text.</summary>
    [Fact]
    public void No_pattern_can_backtrack()
    {
        var patterns = new[] { typeof(PatientIdentifiers).Assembly, typeof(ReportOffer).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(All))
            .Select(method => (Method: method, Pattern: method.GetCustomAttribute<GeneratedRegexAttribute>()))
            .Where(found => found.Pattern is not null)
            .ToList();

        Assert.True(patterns.Count >= 10, $"{patterns.Count} patterns were found");
        Assert.Empty(
            patterns
                .Where(found => !found.Pattern!.Options.HasFlag(RegexOptions.NonBacktracking))
                .Select(found => $"{found.Method.DeclaringType!.Name}.{found.Method.Name}")
        );
    }

    /// <summary>The test above would not see patterns of another kind.</summary>
    [Fact]
    public void No_type_keeps_a_pattern_that_is_not_checked()
    {
        var fields = new[] { typeof(PatientIdentifiers).Assembly, typeof(ReportOffer).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("HartwoodPolicyBot", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetFields(All))
            .Where(field => field.FieldType == typeof(Regex));

        Assert.Empty(fields.Select(field => $"{field.DeclaringType!.Name}.{field.Name}"));
    }
}
