using HartwoodPolicyBot.Core.Delivery;

namespace HartwoodPolicyBot.Files;

/// <summary>Pairs a kind of file with the content that makes its files.</summary>
internal sealed record FileContentOf(FileKind Kind, IFileContent Content);

/// <summary>Registers the contents that make files.</summary>
internal static class FileContents
{
    /// <summary>Registers a kind of file, with the content that makes it.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="kind">The kind, with its words for people.</param>
    /// <param name="arguments">What the content's constructor takes besides services.</param>
    public static IServiceCollection AddFileContent<TContent>(this IServiceCollection services, FileKind kind, params object[] arguments)
        where TContent : class, IFileContent
    {
        services.AddSingleton(kind);
        return services.AddSingleton(provider => new FileContentOf(kind, ActivatorUtilities.CreateInstance<TContent>(provider, arguments)));
    }
}
