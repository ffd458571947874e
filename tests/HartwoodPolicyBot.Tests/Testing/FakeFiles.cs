using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Testing;

/// <summary>Plays the place where Teams keeps the files that people send, over HTTP on this machine.</summary>
public sealed class FakeFiles : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly WebApplication app;
    private int fetched;

    private FakeFiles()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(async http =>
        {
            Interlocked.Increment(ref fetched);
            await (Answer() ?? Results.Bytes(files[http.Request.Path.Value!])).ExecuteAsync(http);
        });
    }

    /// <summary>How often anybody has asked for a file.</summary>
    public int Fetched => fetched;

    /// <summary>Returns an answer in place of the file; null for the file.</summary>
    public Func<IResult?> Answer { get; set; } = () => null;

    public static async Task<FakeFiles> StartAsync()
    {
        var host = new FakeFiles();
        await host.app.StartAsync();
        return host;
    }

    /// <summary>Keeps a file, and returns the attachment with which Teams tells a bot of it.</summary>
    public JsonObject Keep(string name, byte[] content)
    {
        var path = $"/{Guid.NewGuid():N}";
        files[path] = content;
        return Attachment(name, $"{app.Urls.First()}{path}");
    }

    public static JsonObject Attachment(string name, string address) =>
        new()
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
            ["contentUrl"] = "https://contoso.sharepoint.com/personal/x/Documents/" + name,
            ["name"] = name,
            ["content"] = new JsonObject
            {
                ["downloadUrl"] = address,
                ["uniqueId"] = Guid.NewGuid().ToString(),
                ["fileType"] = Path.GetExtension(name).TrimStart('.'),
            },
        };

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
