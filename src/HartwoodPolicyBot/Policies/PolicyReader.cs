using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using HartwoodPolicyBot.Core.Policies.Import;

namespace HartwoodPolicyBot.Policies;

/// <summary>
/// Reads a policy file in a process of its own, with little memory, little time and none of the bot's secrets. Whatever a file does to
/// the libraries that read it, the bot goes on.
/// </summary>
internal sealed partial class PolicyReader(TimeProvider time, ILogger<PolicyReader> log) : IDisposable
{
    /// <summary>What a process needs to start. Anything else in the environment may be a secret.</summary>
    private static readonly string[] Kept =
    [
        "PATH",
        "DOTNET_ROOT",
        "DOTNET_ROOT_X64",
        "DOTNET_ROOT_ARM64",
        "SystemRoot",
        "TEMP",
        "TMP",
        "TMPDIR",
        "LD_LIBRARY_PATH",
    ];

    private readonly SemaphoreSlim one = new(1);

    /// <summary>The bytes that the process may take for its objects.</summary>
    public long MostMemory { get; init; } = 400L * 1024 * 1024;

    /// <summary>Reads one file. Files that are sent at the same moment are read one after the other.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<ImportResult> ReadAsync(Stream file, string fileName, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(PolicyImport.LongestReading, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await one.WaitAsync(either.Token);
            try
            {
                return await ReadAsync(file, fileName, Start(), either.Token);
            }
            finally
            {
                one.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ImportRefusals.TooSlow;
        }
        catch (Win32Exception fault)
        {
            NotStarted(log, fault);
            return ImportRefusals.NotRead;
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<ImportResult> ReadAsync(Stream file, string fileName, Process process, CancellationToken cancellationToken)
    {
        using (process)
        {
            try
            {
                process.BeginErrorReadLine();
                var sending = SendAsync(file, fileName, process, cancellationToken);
                var read = await JsonSerializer.DeserializeAsync<ImportResult>(
                    process.StandardOutput.BaseStream,
                    cancellationToken: cancellationToken
                );
                await sending;
                return read!;
            }
            catch (JsonException)
            {
                // It ended before it could say what it read, as a process does that gets no more memory.
                Ended(log);
                return ImportRefusals.TooHeavy;
            }
            finally
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static async Task SendAsync(Stream file, string fileName, Process process, CancellationToken cancellationToken)
    {
        try
        {
            await using var input = process.StandardInput.BaseStream;
            await using (var name = new BinaryWriter(input, Encoding.UTF8, leaveOpen: true))
            {
                name.Write(fileName);
            }

            await file.CopyToAsync(input, cancellationToken);
        }
        catch (IOException)
        {
            // The process has ended. What it said before, or that it said nothing, tells the rest.
        }
    }

    private Process Start()
    {
        var info = Program();
        var kept = Kept.Select(name => (Name: name, Value: Environment.GetEnvironmentVariable(name))).ToList();
        info.Environment.Clear();
        foreach (var (name, value) in kept)
        {
            info.Environment[name] = value;
        }

        info.Environment["DOTNET_GCHeapHardLimit"] = MostMemory.ToString("x", CultureInfo.InvariantCulture);
        info.Environment["DOTNET_EnableDiagnostics"] = "0";
        (info.RedirectStandardInput, info.RedirectStandardOutput, info.RedirectStandardError) = (true, true, true);
        (info.UseShellExecute, info.CreateNoWindow) = (false, true);
        return Process.Start(info)!;
    }

    /// <summary>Returns how this program is started again: by itself, or by "dotnet" where that runs it.</summary>
    private static ProcessStartInfo Program()
    {
        var program = typeof(ReadPolicyCommand).Assembly;
        var running = Environment.ProcessPath ?? "dotnet";
        return Path.GetFileNameWithoutExtension(running) == program.GetName().Name
            ? new ProcessStartInfo(running, [ReadPolicyCommand.Name])
            : new ProcessStartInfo(
                Path.GetFileNameWithoutExtension(running) == "dotnet" ? running : "dotnet",
                ["exec", program.Location, ReadPolicyCommand.Name]
            );
    }

    [LoggerMessage(LogLevel.Error, "The process that reads policy files could not be started.")]
    private static partial void NotStarted(ILogger logger, Exception fault);

    [LoggerMessage(LogLevel.Warning, "The process that read a policy file ended without an answer, probably because it ran out of memory.")]
    private static partial void Ended(ILogger logger);
}
