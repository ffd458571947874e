using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;

namespace HartwoodPolicyBot.Tests.Training;

/// <summary>Checks the file of all training records, and the pages of certificates.</summary>
public sealed class TrainingRecordsTests
{
    [Fact]
    public async Task The_training_records_come_as_a_file_in_which_no_cell_is_a_formula()
    {
        await using var practice = await Practice.OpenAsync();
        var evil = await TrainingStatusTests.InstallAsync(practice, "=HYPERLINK(\"http://evil.example\",\"Priya, MD\")");
        await (await Learner.StartAsync(practice.Bot, chat: evil)).FinishAsync();
        await TrainingStatusTests.InstallAsync(practice, "Tom Reed");
        var file = await practice.Personal(Practice.ManagerId).SayAsync("training records");
        var path = new Uri(file.Button("Download in browser").GetProperty("url").GetString()!).AbsolutePath;

        using var response = await practice.Bot.Http.PostAsync(path, null);
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n");

        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("training-records-2026-11-23.csv", response.Content.Headers.ContentDisposition.FileName);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal(4, lines.Length);
        Assert.StartsWith(
            "\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"Priya, MD\"\")\",Clinical,1,Passed,10,10,100,80,2026-11-23 09:00,",
            lines[1],
            StringComparison.Ordinal
        );
        Assert.Contains(",Text code ", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("not stated", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("Tom Reed,Not set,,Not done,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_has_a_page_that_only_its_link_opens_and_a_code_that_anybody_can_check()
    {
        await using var practice = await Practice.OpenAsync();
        var priya = await TrainingStatusTests.InstallAsync(practice, "Priya <b>Shah</b>");
        var learner = await Learner.StartAsync(practice.Bot, chat: priya);
        await learner.FinishAsync(wrong: 1);
        await learner.TapAsync("Get certificate");
        var attempt = await learner.AttemptAsync(practice.Bot);
        var path = new Uri(CardReader.Button(learner.Card, "Print in browser").GetProperty("url").GetString()!).AbsolutePath;

        var page = await practice.Bot.Http.GetStringAsync(path);
        var check = await practice.Bot.Http.GetStringAsync(
            $"/training/verify/{attempt.Code!.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)}"
        );
        var wrong = await practice.Bot.Http.GetStringAsync("/training/verify/AAAA-AAAA-AAAA");
        var typed = await practice.Bot.Http.GetStringAsync($"/training/verify?code={attempt.Code}");
        using var empty = await practice.Bot.Http.GetAsync("/training/verify");
        using var guessed = await practice.Bot.Http.GetAsync($"/training/certificate/{new string('0', 64)}");

        Assert.Equal(64, attempt.Link!.Length);
        Assert.All(
            [page, check],
            html =>
            {
                Assert.Contains("Priya &lt;b&gt;Shah&lt;/b&gt;", html, StringComparison.Ordinal);
                Assert.Contains("23 November 2027", html, StringComparison.Ordinal);
            }
        );
        Assert.Contains("90%", page, StringComparison.Ordinal);
        Assert.DoesNotContain(attempt.Link, check, StringComparison.Ordinal);
        Assert.Contains("find that certificate", wrong, StringComparison.Ordinal);
        Assert.Contains("Priya &lt;b&gt;Shah&lt;/b&gt;", typed, StringComparison.Ordinal);
        Assert.Contains("<label for=\"code\">", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", Assert.Single(empty.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, guessed.StatusCode);
    }
}
