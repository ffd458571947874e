using System.Diagnostics;
using System.Text.Json;

namespace HartwoodPolicyBot.Attack.Tokens;

/// <summary>
/// Asks Microsoft's JavaScript SDK about tokens: an independent reading of the same rules. The environment variable
/// HARTWOOD_JAVASCRIPT_SDK names a folder in which botframework-connector 4.23.3 is installed.
/// </summary>
internal static class JavaScriptSdk
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("HARTWOOD_JAVASCRIPT_SDK");

    public static bool IsThere => Folder is { Length: > 0 };

    /// <summary>Returns whether it accepts each token, in their order.</summary>
    public static async Task<IReadOnlyList<bool>> AskAsync(string keys, string appId, string serviceUrl, IEnumerable<string> authorizations)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Tokens", "javascript-sdk.cjs") },
            Environment = { ["NODE_PATH"] = Path.Combine(Folder!, "node_modules") },
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("Node.js does not start.");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        await process.StandardInput.WriteAsync(
            JsonSerializer.Serialize(
                new
                {
                    keys,
                    appId,
                    serviceUrl,
                    authorizations,
                }
            )
        );
        process.StandardInput.Close();
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<bool[]>(answer) ?? throw new InvalidOperationException("The JavaScript SDK gave no answer.");
    }
}
