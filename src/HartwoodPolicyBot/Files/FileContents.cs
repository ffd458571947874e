using HartwoodPolicyBot.Core.Delivery;

namespace HartwoodPolicyBot.Files;

/// <summary>Which content makes the files of a kind.</summary>
internal sealed record FileContentOf(FileKind Kind, IFileContent Content);

/// <summary>Registers what makes files.</summary>
internal static class FileContents
{
    /// <summary>Registers a kind of file, with what makes it.</summary>
    /// <param name="services">Where.</param>
    /// <param name="kind">The kind, with its words for people.</param>
    /// <param name="arguments">What the content's constructor takes beside services.</param>
    public static IServiceCollection AddFileContent<TContent>(this IServiceCollection services, FileKind kind, params object[] arguments)
        where TContent : class, IFileContent
    {
        services.AddSingleton(kind);
        return services.AddSingleton(provider => new FileContentOf(kind, ActivatorUtilities.CreateInstance<TContent>(provider, arguments)));
    }
}
