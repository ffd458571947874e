using CsvHelper;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Files;

namespace HartwoodPolicyBot.Training;

/// <summary>Makes the file of all training records for a practice manager.</summary>
internal sealed class TrainingRecordsFile(TrainingRecords records, TimeProvider time) : IFileContent
{
    public static FileKind Kind { get; } = new("training-records", "Training records");

    /// <summary>Returns the name of the file, with the day on which it is made.</summary>
    public static string Name(DateOnly today) => $"{Kind.Code}-{today:yyyy-MM-dd}.csv";

    public async Task<PreparedFile?> PrepareAsync(FileRequest request, CancellationToken cancellationToken) =>
        await records.ReadAsync(request.PersonId, cancellationToken) is { } lines
            ? new(
                Name(PracticeTime.Today(time)),
                "text/csv; charset=utf-8",
                (to, _) =>
                {
                    TrainingRecordsCsv.Write(lines, to);
                    return Task.CompletedTask;
                }
            )
            : null;
}

/// <summary>Writes the records as a CSV table. What looks like a formula is written as text.</summary>
/// <remarks>Source: OWASP, CSV injection.</remarks>
internal static class TrainingRecordsCsv
{
    private static readonly string[] Headings =
    [
        "Name",
        "Role",
        "Attempt",
        "Result",
        "Correct",
        "Questions",
        "Percent",
        "Pass mark",
        "Finished",
        "Policy",
        "Policy version",
        "Kind",
        "Reason",
        "Next due",
        "Certificate code",
        "Left",
    ];

    public static void Write(IReadOnlyList<TrainingRecordLine> lines, Stream to)
    {
        using var csv = CsvWriter.Create(
            to,
            new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true },
            leaveOpen: true
        );
        csv.WriteRecord(Headings);
        foreach (var line in lines)
        {
            csv.WriteRecord([.. Fields(line)]);
        }
    }

    private static IEnumerable<string> Fields(TrainingRecordLine line)
    {
        var attempt = line.Attempt;
        yield return line.Person.Name;
        yield return TrainingWords.Of(attempt?.Role ?? line.Person.Role);
        yield return $"{attempt?.Number}";
        yield return attempt is null ? "Not done"
        : attempt.State == AttemptState.Passed ? "Passed"
        : "Not passed";
        yield return $"{attempt?.Right}";
        yield return $"{attempt?.Count}";
        yield return $"{attempt?.Percent}";
        yield return $"{attempt?.PassPercent}";
        yield return attempt?.FinishedAt is { } at ? $"{PracticeTime.InLondon(at):yyyy-MM-dd HH:mm}" : "";
        yield return attempt?.PolicyNameShown ?? "";
        yield return attempt is null ? "" : PolicyDocument.TextCode(attempt.PolicyVersion);
        yield return string.Join("; ", line.Completed.Select(done => $"{done.Kind}"));
        yield return string.Join("; ", line.Completed.Select(done => done.Reason).OfType<string>());
        yield return line.NextDueOn is { } due ? $"{due:yyyy-MM-dd}" : "";
        yield return attempt?.Code ?? "";
        yield return line.Person.SetAsideAt is null ? "" : "yes";
    }
}
