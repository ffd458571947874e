using System.Reflection;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Tests;

/// <summary>Who may know whom. References between projects are kept by the compiler; these are the rules that it does not know.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] Features = ["Policies", "Training", "Incidents", "Monitoring"];
    private static readonly Assembly Core = typeof(PolicyLibrary).Assembly;
    private static readonly Assembly Teams = typeof(TeamsActivity).Assembly;
    private static readonly Assembly Bot = typeof(Program).Assembly;

    [Fact]
    public void Core_knows_neither_Teams_nor_ASP_NET()
    {
        var references = References(Core);

        Assert.Contains(references, name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
        Assert.DoesNotContain(
            references,
            name =>
                name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || name.StartsWith("HartwoodPolicyBot", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Teams_knows_no_feature_and_no_database()
    {
        var references = References(Teams);

        Assert.Contains("Polly.Core", references);
        Assert.DoesNotContain(
            references,
            name =>
                name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                || name.StartsWith("HartwoodPolicyBot", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void In_Core_a_feature_uses_no_other_feature_but_monitoring_reads_all() =>
        AssertFeaturesApart(Core, "HartwoodPolicyBot.Core", (from, _) => from != "Monitoring");

    [Fact]
    public void In_the_bot_a_feature_uses_no_other_feature_folder_and_only_its_own_part_of_Core()
    {
        AssertFeaturesApart(Bot, "HartwoodPolicyBot", (_, _) => true);
        var uses = Uses(Bot, "HartwoodPolicyBot").Where(use => use.To.Assembly == Core).ToList();
        Assert.NotEmpty(uses);
        Assert.All(
            uses,
            use =>
                Assert.True(
                    FeatureOf(use.To, "HartwoodPolicyBot.Core") is null || FeatureOf(use.To, "HartwoodPolicyBot.Core") == use.Feature,
                    $"{use.From} uses {use.To}"
                )
        );
    }

    [Fact]
    public void Only_the_bot_project_touches_the_database_context_through_Core_services_and_never_in_a_conversation()
    {
        var conversations = Bot.GetTypes()
            .Where(type => type.Name.EndsWith("Conversation", StringComparison.Ordinal) && type is { IsClass: true })
            .ToList();

        Assert.NotEmpty(conversations);
        Assert.All(
            conversations,
            conversation =>
                Assert.DoesNotContain(
                    Mentioned(conversation),
                    type => type.Name.Contains("DbContext", StringComparison.Ordinal) || type == typeof(TimeProvider)
                )
        );
    }

    private static void AssertFeaturesApart(Assembly assembly, string root, Func<string, string, bool> isForbidden)
    {
        var uses = Uses(assembly, root).ToList();
        Assert.NotEmpty(uses);
        Assert.All(
            uses.Where(use => use.To.Assembly == assembly && FeatureOf(use.To, root) is { } other && other != use.Feature),
            use => Assert.False(isForbidden(use.Feature, FeatureOf(use.To, root)!), $"{use.From} uses {use.To}")
        );
    }

    private static IEnumerable<(Type From, string Feature, Type To)> Uses(Assembly assembly, string root) =>
        from type in assembly.GetTypes()
        let feature = FeatureOf(type, root)
        where feature is not null
        from used in Mentioned(type)
        select (type, feature, used);

    private static string? FeatureOf(Type type, string root) =>
        Features.FirstOrDefault(feature =>
            type.Namespace == $"{root}.{feature}" || type.Namespace?.StartsWith($"{root}.{feature}.", StringComparison.Ordinal) == true
        );

    /// <summary>The types that stand in a type's fields, signatures and method bodies' locals.</summary>
    private static HashSet<Type> Mentioned(Type type)
    {
        const BindingFlags All =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var methods = type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All));
        return type.GetFields(All)
            .Select(field => field.FieldType)
            .Concat(
                methods.SelectMany(method =>
                    method
                        .GetParameters()
                        .Select(parameter => parameter.ParameterType)
                        .Concat(method is MethodInfo info ? [info.ReturnType] : [])
                        .Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [])
                )
            )
            .Concat(type.GetInterfaces())
            .SelectMany(used => used.IsGenericType ? used.GetGenericArguments().Prepend(used) : [used])
            .ToHashSet();
    }

    private static List<string> References(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(name => name.Name!)];
}
