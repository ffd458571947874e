using System.Net;
using System.Text.Json;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Files;

/// <summary>
/// A link to a file works once, for a short time, and only while its person may have the file. The training records are the example
/// for all files.
/// </summary>
public sealed class FileTests
{
    [Fact]
    public async Task A_link_shows_its_page_any_number_of_times_and_gives_the_file_once()
    {
        await using var practice = await Practice.OpenAsync();
        var path = await AddressAsync(practice);

        for (var look = 0; look < 3; look++)
        {
            using var page = await practice.Bot.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Contains("Download", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
            Assert.Contains("form-action 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }

        using var file = await practice.Bot.Http.PostAsync(path, null);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.StartsWith("Name,Role,Attempt", (await file.Content.ReadAsStringAsync()).TrimStart('\uFEFF'), StringComparison.Ordinal);
        foreach (var again in new[] { await practice.Bot.Http.PostAsync(path, null), await practice.Bot.Http.GetAsync(path) })
        {
            Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
            Assert.Contains("already been used", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            again.Dispose();
        }

        Assert.Equal([(Practice.ManagerId, "used", "training-records")], await RefusedAsync(practice));
    }

    [SkippableFact]
    public async Task A_temporary_file_has_no_name_so_a_killed_process_leaves_nothing_behind()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows always deletes the file when its handle is closed.");
        await using var practice = await Practice.OpenAsync();
        await AddressAsync(practice);
        var offer = await practice.Bot.ReadAsync(database => database.FileOffers.SingleAsync());

        await using var made = (await practice.Bot.Services.GetRequiredService<FileMaker>().MakeAsync(offer, default))!;

        Assert.False(File.Exists(((FileStream)made.Content).Name));
        using var reader = new StreamReader(made.Content);
        Assert.StartsWith("Name,Role,Attempt", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_simultaneous_downloads_only_one_gets_the_file()
    {
        await using var practice = await Practice.OpenAsync();
        var path = await AddressAsync(practice);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => practice.Bot.Http.PostAsync(path, null)));

        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(19, answers.Count(answer => answer.StatusCode == HttpStatusCode.Gone));
        Assert.Equal([(Practice.ManagerId, "used", "training-records")], await RefusedAsync(practice));
    }

    [Fact]
    public async Task An_expired_link_says_so_and_a_forged_link_is_not_found()
    {
        await using var practice = await Practice.OpenAsync();
        var path = await AddressAsync(practice);
        practice.Bot.Time.Advance(FileOffers.LinkLifetime + TimeSpan.FromSeconds(1));

        using var late = await practice.Bot.Http.PostAsync(path, null);
        using var lateLook = await practice.Bot.Http.GetAsync(path);
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (late.StatusCode, lateLook.StatusCode));
        Assert.Contains("This link has expired", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var hash = await practice.Bot.ReadAsync(database => database.FileOffers.Select(row => row.Hash!).SingleAsync());
        foreach (var forged in new[] { $"/files/{new string('a', 64)}", $"/files/{hash}", $"/files/{hash.ToLowerInvariant()}", path[..^1] })
        {
            using var look = await practice.Bot.Http.GetAsync(forged);
            using var fetch = await practice.Bot.Http.PostAsync(forged, null);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (look.StatusCode, fetch.StatusCode));
        }

        // A link that was given to somebody is in the audit, once. A forged link is only in the log, or anybody could fill the audit
        // table.
        Assert.Equal([(Practice.ManagerId, "expired", "training-records")], await RefusedAsync(practice));
        Assert.Equal(8, practice.Bot.Log.All.Count(line => line.Contains("at an unknown address", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_former_practice_manager_gets_no_file()
    {
        await using var practice = await Practice.OpenAsync();
        var path = await AddressAsync(practice);
        practice.Bot.Services.GetRequiredService<StaffOptions>().PracticeManagers.Remove(Practice.ManagerId);

        using var answer = await practice.Bot.Http.PostAsync(path, null);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("Name,Role", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var refused = await practice.Bot.ReadAsync(database => database.RefusedAttempts.SingleAsync());
        Assert.Equal(("file", "not-allowed", "training-records"), (refused.Action, refused.Code, refused.Reference));
    }

    [Fact]
    public async Task An_offer_stores_no_link_and_is_in_the_audit()
    {
        await using var practice = await Practice.OpenAsync();
        var path = await AddressAsync(practice);

        var offer = await practice.Bot.ReadAsync(database => database.FileOffers.SingleAsync());
        var audited = await practice.Bot.ReadAsync(database =>
            database.ManagerActions.SingleAsync(row => row.Action == "training.records")
        );

        Assert.DoesNotContain(path.Split('/')[^1], JsonSerializer.Serialize(offer), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Practice.ManagerId, audited.ManagerId);
    }

    private static async Task<IEnumerable<(string?, string, string?)>> RefusedAsync(Practice practice) =>
        (await practice.Bot.ReadAsync(database => database.RefusedAttempts.Where(row => row.Action == "file").ToListAsync())).Select(row =>
            (row.PersonId, row.Code, row.Reference)
        );

    private static async Task<string> AddressAsync(Practice practice)
    {
        var offered = await practice.Personal(Practice.ManagerId).SayAsync("training records");
        CardRules.Hold(offered.Card);
        return new Uri(offered.Button("Download in browser").GetProperty("url").GetString()!).AbsolutePath;
    }
}
