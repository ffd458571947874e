using System.Reflection;
using System.Text.RegularExpressions;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Tests.Common;

/// <summary>People write what they like, also to make the bot slow.</summary>
public sealed class PatternTests
{
    private const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Such a pattern takes time in proportion to the text, whatever the text is.</summary>
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

    /// <summary>Others would not be seen above.</summary>
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
