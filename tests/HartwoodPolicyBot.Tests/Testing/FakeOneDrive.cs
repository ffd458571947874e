using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Testing;

/// <summary>
/// Plays the place where Teams lets a bot upload a file, over HTTP on this machine. Keeps the parts, and answers as a test says.
/// </summary>
public sealed class FakeOneDrive : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Range, string Authorization, byte[] Part)> parts = new();
    private readonly WebApplication app;

    private FakeOneDrive()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(TakeAsync);
    }

    public string UploadUrl => $"{app.Urls.First()}/personal/upload?guid='1'";

    public IReadOnlyList<(string Range, string Authorization, byte[] Part)> Parts => [.. parts];

    public byte[] Content => [.. parts.SelectMany(part => part.Part)];

    /// <summary>Returns an answer in place of the usual 202 and 201; null for the usual one.</summary>
    public Func<IResult?> Answer { get; set; } = () => null;

    public static async Task<FakeOneDrive> StartAsync()
    {
        var drive = new FakeOneDrive();
        await drive.app.StartAsync();
        return drive;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var memory = new MemoryStream();
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        await http.Request.Body.CopyToAsync(memory);
        var range = http.Request.GetTypedHeaders().ContentRange!;
        parts.Enqueue((range.ToString(), http.Request.Headers.Authorization.ToString(), memory.ToArray()));
        await (Answer() ?? Results.StatusCode(range.To + 1 == range.Length ? 201 : 202)).ExecuteAsync(http);
    }
}
