using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.PictureChecks;

/// <summary>
/// Reads text with the program Tesseract. The picture goes to it through a pipe, so that it is in no file, and the program is
/// ended when it takes too long.
/// </summary>
/// <remarks>
/// Source: tesseract(1). Mode 11 finds words anywhere in a picture, also in white on colour, and mode 1 first finds out how the
/// picture is turned. More threads make it slower.
/// </remarks>
public sealed class TesseractReader(string program, PictureOptions options, TimeProvider time, ILogger<TesseractReader> log)
    : IPictureTextReader
{
    private const int MostWords = 20_000;
    private const string AnywhereInPicture = "11";
    private const string TurnedPage = "1";

    public bool IsInstalled => true;

    /// <summary>Returns the path of the program; null if it is not installed.</summary>
    public static string? Find(string nameOrPath)
    {
        if (nameOrPath.Length == 0)
        {
            return null;
        }

        var endings = OperatingSystem.IsWindows() ? new[] { ".exe", "" } : [""];
        return (Path.IsPathRooted(nameOrPath) ? [""] : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, nameOrPath + ending)))
            .FirstOrDefault(File.Exists);
    }

    public async Task<PictureText> ReadAsync(byte[] picture, bool isTurned, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, ["-", "-", "--psm", isTurned ? TurnedPage : AnywhereInPicture])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        using var timeout = new CancellationTokenSource(options.LongestReading, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException("No process was started.");
            try
            {
                return await ReadAsync(process, picture, either.Token);
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            log.TextReadingTooSlow();
            return PictureText.Not(ReadingState.TooSlow);
        }
        catch (Exception fault) when (fault is IOException or Win32Exception or InvalidOperationException)
        {
            log.TextReadingFailed(fault.GetType().Name);
            return PictureText.Not(ReadingState.Failed);
        }
    }

    private async Task<PictureText> ReadAsync(Process process, byte[] picture, CancellationToken cancellationToken)
    {
        var giving = GiveAsync(process, picture, cancellationToken);
        var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
        var words = new StringBuilder();
        var buffer = new char[4096];
        for (int read; (read = await process.StandardOutput.ReadAsync(buffer, cancellationToken)) > 0; )
        {
            // What is too much is read all the same, because the program would wait for ever.
            words.Append(buffer, 0, Math.Min(read, MostWords - words.Length));
        }

        await giving;
        await errors;
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode == 0)
        {
            return new(ReadingState.Read, words.ToString());
        }

        log.TextReadingFailed($"exit code {process.ExitCode}");
        return PictureText.Not(ReadingState.Failed);
    }

    private static async Task GiveAsync(Process process, byte[] picture, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(picture, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended before it had read everything; its exit code says why.
        }
    }
}
