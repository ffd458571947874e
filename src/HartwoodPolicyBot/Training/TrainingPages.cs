using CsvHelper;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Training;

/// <summary>The pages of training: certificates for who has their address, their check for everybody, and the file of records.</summary>
internal static class TrainingPages
{
    public static void MapTraining(this WebApplication app)
    {
        app.MapGet($"/{TrainingAddress.CertificatePath}/{{link}}", async (string link, HttpContext http, Pages pages, TrainingRecords records, TrainingAddress address, CancellationToken cancel) =>
        {
            Private(http);
            return await records.OfLinkAsync(link, cancel) is { } certificate
                ? await pages.Render<CertificatePage>(new() { ["Certificate"] = certificate, ["Check"] = address.Check(certificate) })
                : await NotFoundAsync(http, pages);
        });
        app.MapGet($"/{TrainingAddress.VerifyPath}/{{code?}}", async (string? code, HttpContext http, Pages pages, TrainingRecords records, TrainingAddress address, CancellationToken cancel) =>
        {
            Private(http);
            return await pages.Render<VerifyPage>(new()
            {
                ["Typed"] = code,
                ["Certificate"] = code is null ? null : await records.OfCodeAsync(code, cancel),
                ["Address"] = address.Verify,
            });
        });
        app.MapGet($"/{TrainingAddress.RecordsPath}/{{link}}", async (string link, HttpContext http, Pages pages, TrainingRecords records, ILogger<TrainingRecords> log, CancellationToken cancel) =>
        {
            Private(http);
            if (await records.ReadAsync(link, cancel) is not { } lines)
            {
                return await NotFoundAsync(http, pages);
            }

            log.TrainingRecordsFetched();
            return Results.File(RecordsCsv.Write(lines), "text/csv; charset=utf-8", "training-records.csv");
        });
    }

    /// <summary>Whoever has the address may see the page; nobody's cache and no search engine is to keep it.</summary>
    private static void Private(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
    }

    private static async Task<IResult> NotFoundAsync(HttpContext http, Pages pages)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return await pages.Render<GonePage>([]);
    }
}

/// <summary>The records as a table for spreadsheets. What looks like a formula is made text.</summary>
/// <remarks>Source: OWASP, CSV injection.</remarks>
internal static class RecordsCsv
{
    private static readonly string[] Headings =
        ["Name", "Role", "Round", "Result", "Right", "Questions", "Percent", "Pass mark", "Finished", "Policy", "Policy version on record", "Kind", "Reason", "Refresher due or next due", "Code", "Set aside"];

    public static byte[] Write(IReadOnlyList<RecordLine> lines)
    {
        using var memory = new MemoryStream();
        using (var csv = CsvWriter.Create(memory, new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord(Headings);
            foreach (var line in lines)
            {
                csv.WriteRecord([.. Fields(line)]);
            }
        }

        return memory.ToArray();
    }

    private static IEnumerable<string> Fields(RecordLine line)
    {
        var attempt = line.Attempt;
        yield return line.Person.Name;
        yield return TrainingWords.Of(attempt?.Role ?? line.Person.Role);
        yield return $"{attempt?.Number}";
        yield return attempt is null ? "Not done" : attempt.State == AttemptState.Passed ? "Passed" : "Not passed";
        yield return $"{attempt?.Right}";
        yield return $"{attempt?.Count}";
        yield return $"{attempt?.Percent}";
        yield return $"{attempt?.PassPercent}";
        yield return attempt?.FinishedAt is { } at ? $"{PracticeTime.InLondon(at):yyyy-MM-dd HH:mm}" : "";
        yield return attempt?.PolicyName ?? "";
        yield return attempt?.PolicyVersion ?? "";
        yield return string.Join("; ", line.Completed.Select(done => $"{done.Kind}"));
        yield return string.Join("; ", line.Completed.Select(done => done.Reason).OfType<string>());
        yield return line.NextDueOn is { } due ? $"{due:yyyy-MM-dd}" : "";
        yield return attempt?.Code ?? "";
        yield return line.Person.SetAsideAt is null ? "" : "yes";
    }
}
