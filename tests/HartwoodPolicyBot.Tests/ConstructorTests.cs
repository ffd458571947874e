using System.Reflection;
using System.Runtime.CompilerServices;

namespace HartwoodPolicyBot.Tests;

/// <summary>Fails on a type that takes more than seven constructor parameters, because it has more than one job.</summary>
public sealed class ConstructorTests
{
    private const int MostParameters = 7;

    [Fact]
    public void No_type_takes_more_than_seven_constructor_parameters()
    {
        var constructors = Assemblies().SelectMany(assembly => assembly.GetTypes()).Where(IsWritten).SelectMany(Constructors).ToList();

        Assert.True(constructors.Count > 500, $"{constructors.Count} constructors were found");
        Assert.Equal(
            "",
            string.Join(
                '\n',
                constructors
                    .Where(constructor => constructor.GetParameters().Length > MostParameters)
                    .Select(constructor => $"{constructor.DeclaringType!.FullName}: {constructor.GetParameters().Length}")
            )
        );
    }

    /// <summary>Returns the test assembly and all of the project's assemblies that it loads.</summary>
    private static IEnumerable<Assembly> Assemblies() =>
        Directory
            .GetFiles(AppContext.BaseDirectory, "*.dll")
            .Select(Path.GetFileNameWithoutExtension)
            .Where(name => name!.StartsWith("HartwoodPolicyBot", StringComparison.Ordinal) || name == "AdaptiveCards")
            .Select(name => Assembly.Load(name!));

    private static bool IsWritten(Type type) => !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static ConstructorInfo[] Constructors(Type type) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
}
