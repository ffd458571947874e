using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using HartwoodPolicyBot.Benchmarks.Turns;
using HartwoodPolicyBot.Core.Policies.Import;
using HartwoodPolicyBot.Tests.Policies;
using HartwoodPolicyBot.Tests.Policies.Corpus;

namespace HartwoodPolicyBot.Benchmarks.Policies;

/// <summary>
/// Reads policy files: how long a Word file of 100 pages takes and how much memory, in the process that the bot starts for it, and
/// whether the headings and words of the corpus are found.
/// </summary>
internal static class ImportBenchmark
{
    private const int Pages = 100;
    private const int WordsOnPage = 500;
    private const int Times = 5;
    private const double MostSeconds = 3;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(2);
    private const double MostMegabytes = 150;

    public static async Task<int> RunAsync()
    {
        var bytes = LongFile();
        var (slowest, most) = (0.0, 0.0);
        for (var time = 1; time <= Times; time++)
        {
            var (seconds, megabytes, policy) = await ReadAsync(bytes, "long policy.docx");
            (slowest, most) = (Math.Max(slowest, seconds), Math.Max(most, megabytes));
            Console.WriteLine(
                $"{Pages} pages, {bytes.Length / 1024} KB, {policy.Sections.Count} sections: {seconds:F2} s, "
                    + $"{megabytes:F0} MB in its process"
            );
        }

        var (headings, words, all) = (0, 0, 0);
        foreach (var document in ImportCorpus.All)
        {
            var policy = ImportedFile.Policy(document.Bytes, document.FileName);
            var (found, kept) = (
                ImportedFile.Headings(policy).SequenceEqual(document.Headings),
                ImportedFile.Words(policy).SequenceEqual(document.Words)
            );
            (headings, words, all) = (headings + (found ? 1 : 0), words + (kept ? 1 : 0), all + 1);
            if (!found || !kept)
            {
                Console.WriteLine($"not right: {document.Name}");
            }
        }

        Console.WriteLine($"corpus: headings found in {headings} of {all} files, each word once in {words} of {all}");
        return slowest <= MostSeconds && most <= MostMegabytes && headings == all && words == all ? 0 : 1;
    }

    /// <summary>Prints what is read from each file of a folder, to look at files that nobody has described.</summary>
    public static void Look(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var read = ImportedFile.Read(File.ReadAllBytes(path), Path.GetFileName(path));
            Console.WriteLine($"{Path.GetFileName(path)}: {read.Refusal?.Sentence ?? read.Policy!.Title}");
            foreach (var line in read.Policy is { } policy ? ImportedFile.Headings(policy) : [])
            {
                Console.WriteLine($"  {line}");
            }

            foreach (var doubt in read.Policy?.Doubts ?? [])
            {
                Console.WriteLine($"  ? {doubt.Sentence}");
            }
        }
    }

    /// <summary>Makes a Word file as long as 100 pages, from the policies of the corpus.</summary>
    private static byte[] LongFile()
    {
        CorpusPolicy[] policies = [CorpusPolicies.Confidentiality, CorpusPolicies.Medicines, CorpusPolicies.Complaints];
        var (body, words, part) = (new StringBuilder(WordFile.P("A long policy", "Title")), 0, 0);
        while (words < Pages * WordsOnPage)
        {
            var policy = policies[part++ % policies.Length];
            body.Append(WordCorpus.Body(policy, heading => WordFile.P($"{heading.Text} ({part})", $"Heading{heading.Level}")));
            body.Append($"<w:tbl>{WordFile.Row("Role", "Task")}{WordFile.Row("Nurse", "Check the chart")}</w:tbl>");
            words += policy.Blocks.Sum(block => block.Words.Sum(text => text.Count(char.IsWhiteSpace) + 1)) + 6;
        }

        return WordFile.Of(body.ToString(), margin: "Version 1");
    }

    /// <summary>Reads a file as the bot does, in a process of the bot's program.</summary>
    private static async Task<(double Seconds, double Megabytes, ImportedPolicy Policy)> ReadAsync(byte[] bytes, string name)
    {
        var clock = Stopwatch.GetTimestamp();
        using var process = Process.Start(
            new ProcessStartInfo(
                Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
                ["exec", MeasuredProcess.BuiltBot, "read-policy"]
            )
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        await using (var input = new BinaryWriter(process.StandardInput.BaseStream))
        {
            input.Write(name);
            input.Write(bytes);
        }

        var peak = PeakOfAsync(process);
        var read = await JsonSerializer.DeserializeAsync<ImportResult>(process.StandardOutput.BaseStream);
        await process.WaitForExitAsync();
        return (Stopwatch.GetElapsedTime(clock).TotalSeconds, await peak, read!.Policy!);
    }

    /// <summary>Looks again and again at the most memory that a process has held, in megabytes.</summary>
    private static async Task<double> PeakOfAsync(Process process)
    {
        var peak = 0.0;
        try
        {
            var status = $"/proc/{process.Id}/status";
            while (!process.HasExited)
            {
                if (File.ReadLines(status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line)
                {
                    peak = double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
                }

                await Task.Delay(BetweenLooks, TimeProvider.System);
            }
        }
        catch (IOException)
        {
            // It ended while it was looked at.
        }

        return peak;
    }
}
