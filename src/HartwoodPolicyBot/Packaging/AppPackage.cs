using System.IO.Compression;
using HartwoodPolicyBot.Teams.Authentication;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Packaging;

/// <summary>
/// Makes the zip file that is uploaded to Teams: <c>dotnet run --project src/HartwoodPolicyBot -- package FILE</c>. The ids and
/// addresses come from the bot's own configuration, so that the two can't differ. Beside it goes the list of packages.
/// </summary>
internal static class AppPackage
{
    private const string Command = "package";
    private static readonly string Dependencies = Path.Combine(AppContext.BaseDirectory, "HartwoodPolicyBot.deps.json");
    private static readonly string[] Icons = ["color.png", "outline.png"];

    public static bool IsAskedFor(string[] args) => args is [Command, ..];

    /// <returns>The exit code: 0 if the zip file was written, 1 if something is missing, which one line names.</returns>
    public static int Write(string[] args, IServiceProvider services)
    {
        var identity = services.GetRequiredService<BotIdentity>();
        var address = new Uri(services.GetRequiredService<WebOptions>().PublicUrl);
        if (Fault(args, identity, address) is { } fault)
        {
            Console.Error.WriteLine(fault);
            return 1;
        }

        using var zip = ZipFile.Open(args[1], ZipArchiveMode.Create);
        using (var manifest = new StreamWriter(zip.CreateEntry("manifest.json").Open()))
        {
            manifest.Write(Manifest(identity.MicrosoftAppId!, address));
        }

        foreach (var icon in Icons)
        {
            zip.CreateEntryFromFile(InManifestFolder(icon), icon);
        }

        var parts = PartsListFor(args[1]);
        File.WriteAllText(parts, PartsList.Of(File.ReadAllText(Dependencies), services.GetRequiredService<TimeProvider>().GetUtcNow()));
        Console.WriteLine(
            $"Written: {Path.GetFullPath(args[1])}. Upload it in the Teams admin centre, or in Teams under Apps, Manage your apps."
        );
        Console.WriteLine($"Written: {Path.GetFullPath(parts)}. It lists the packages that the bot is made of (CycloneDX). Keep it.");
        return 0;
    }

    /// <summary>Returns the manifest with the ids and addresses filled in.</summary>
    public static string Manifest(string appId, Uri address) =>
        File.ReadAllText(InManifestFolder("manifest.json"))
            .Replace("${{MICROSOFT_APP_ID}}", appId, StringComparison.Ordinal)
            .Replace("${{PUBLIC_URL}}", address.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal)
            .Replace("${{PUBLIC_HOST}}", address.Host, StringComparison.Ordinal);

    private static string? Fault(string[] args, BotIdentity identity, Uri address) =>
        args switch
        {
            not [_, _] => $"Name the file to write: {Command} hartwood.zip",
            _ when !Guid.TryParse(identity.MicrosoftAppId, out _) => "MicrosoftAppId is missing or not a GUID: the app package carries it.",
            _ when address.Scheme != Uri.UriSchemeHttps || address.IsLoopback =>
                "Web:PublicUrl must be the bot's public https address: Teams opens its pages.",
            [_, var file] when File.Exists(PartsListFor(file)) => $"{PartsListFor(file)} exists already; remove it or name another.",
            [_, var file] when File.Exists(file) => $"{file} exists already; remove it or name another.",
            _ => null,
        };

    /// <summary>Returns the name of the list beside the zip file, because Teams takes a zip file with nothing else in it.</summary>
    private static string PartsListFor(string file) => Path.ChangeExtension(file, ".cdx.json");

    private static string InManifestFolder(string file) => Path.Combine(AppContext.BaseDirectory, "manifest", file);
}
