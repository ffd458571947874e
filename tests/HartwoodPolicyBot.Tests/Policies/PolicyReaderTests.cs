using HartwoodPolicyBot.Core.Policies.Import;
using HartwoodPolicyBot.Policies;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static HartwoodPolicyBot.Tests.Policies.WordFile;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>A file is read in a process of its own: whatever becomes of that process, the bot gets an answer.</summary>
public sealed class PolicyReaderTests
{
    private const long LittleMemory = 24 * 1024 * 1024;
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task What_the_process_reads_is_what_reading_it_here_gives()
    {
        var bytes = Of(
            P("Leave policy", "Title") + P("Scope", "Heading1") + P("All staff – “everyone”.") + P("Pay", "Heading1") + P("Monthly.")
        );
        using var reader = Reader();

        var read = await reader.ReadAsync(new MemoryStream(bytes), "Leave “2026”.docx", default);

        Assert.Equal(ImportedFile.Lines(ImportedFile.Policy(bytes, "Leave.docx")), ImportedFile.Lines(read.Policy!));
        Assert.Equal("Leave policy", read.Policy!.Title);
    }

    [Fact]
    public async Task A_refusal_comes_back_as_it_is()
    {
        using var reader = Reader();

        var read = await reader.ReadAsync(new MemoryStream("MZ"u8.ToArray()), "policy.exe", default);

        Assert.Equal(ImportRefusals.UnknownType, read.Refusal);
    }

    [Fact]
    public async Task A_file_that_takes_all_the_memory_of_its_process_is_refused()
    {
        var bytes = Of(Paragraph(string.Concat(Enumerable.Repeat(R("word "), 100_000))));
        using var reader = new PolicyReader(time, NullLogger<PolicyReader>.Instance) { MostMemory = LittleMemory };

        var read = await reader.ReadAsync(new MemoryStream(bytes), "policy.docx", default);

        Assert.Equal(ImportRefusals.TooHeavy, read.Refusal);
    }

    [Fact]
    public async Task A_process_that_takes_too_long_is_ended_and_the_next_file_is_read()
    {
        using var reader = Reader();
        await using var endless = new EndlessStream();
        var reading = reader.ReadAsync(endless, "policy.txt", default);
        await endless.Asked;

        time.Advance(PolicyImport.LongestReading);

        Assert.Equal(ImportRefusals.TooSlow, (await reading).Refusal);
        Assert.NotNull((await reader.ReadAsync(new MemoryStream("## Scope\n\nAll staff.\n"u8.ToArray()), "policy.md", default)).Policy);
    }

    private PolicyReader Reader() => new(time, NullLogger<PolicyReader>.Instance);

    /// <summary>A file whose rest never comes, so that the process waits for it.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => asked.Task;

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
    }
}
