using System.Net;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Web;

public sealed class PageTests(BotHost bot) : IClassFixture<BotHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/policy")]
    [InlineData("/policy/social-media")]
    [InlineData("/policy/leaflet")]
    [InlineData("/privacy")]
    [InlineData("/terms")]
    public async Task A_page_needs_no_login_and_carries_no_script(string path)
    {
        using var response = await bot.Http.GetAsync(path);
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.Contains("lang=\"en-GB\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_policy_that_states_no_version_gets_none_on_its_page()
    {
        var html = await bot.Http.GetStringAsync(new Uri("/policy/social-media", UriKind.Relative));

        Assert.Contains("<dt>Version</dt><dd>Not stated</dd>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/site.css", "text/css")]
    [InlineData("/icon.png", "image/png")]
    public async Task What_the_pages_are_drawn_with_is_served(string path, string type)
    {
        using var response = await bot.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("https://policy.hartwood.example", true)]
    [InlineData("http://localhost:3978", false)]
    public async Task Browsers_keep_to_https_where_the_bot_is_reached_by_it(string address, bool isKept)
    {
        await using var reached = await BotHost.StartAsync(("Web:PublicUrl", address));
        using var response = await reached.Http.GetAsync("/privacy");

        Assert.Equal(isKept, response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task An_unknown_address_gets_a_page_that_leads_to_the_start_page()
    {
        using var response = await bot.Http.GetAsync("/polcy/somewhere");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("<a href=\"/\">", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_policy_page_has_every_clause_under_an_anchor_of_its_section()
    {
        var html = WebUtility.HtmlDecode(await bot.Http.GetStringAsync("/policy"));

        foreach (var section in bot.Services.GetRequiredService<PolicyLibrary>().Sections)
        {
            Assert.Contains($"<section id=\"{section.Anchor}\"", html, StringComparison.Ordinal);
            Assert.All(section.Clauses, clause => Assert.Contains(clause.Text, html, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_leaflet_quotes_whole_sections()
    {
        var html = WebUtility.HtmlDecode(await bot.Http.GetStringAsync("/policy/leaflet"));

        Assert.Contains(
            "Images of patients will not be shared without their explicit consent and GMC guidance will be followed.",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains("Section “Complaints”", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_privacy_page_states_all_configured_retention_periods()
    {
        await using var own = await BotHost.StartAsync(
            ("Privacy:QuestionLogDays", "42"),
            ("Privacy:IncidentYears", "13"),
            ("Privacy:SeriousIncidentYears", "23"),
            ("Privacy:ComplaintYears", "14"),
            ("Privacy:TrainingYears", "15"),
            ("Privacy:ReadingYears", "16"),
            ("Privacy:AuditYears", "17"),
            ("Privacy:RefusedAttemptDays", "180"),
            ("Privacy:SentMessageDays", "19")
        );

        var page = await own.Http.GetStringAsync("/privacy");

        foreach (
            var period in new[]
            {
                "Kept for 42 days",
                "kept for 13 years from the report",
                "for 23 years",
                "for at least 14 years from its closure",
                "Kept for 15 years after it is done",
                "Older versions are kept for 16 years",
                "Kept for 17 years",
                "Kept for 180 days",
                "Kept for 19 days",
            }
        )
        {
            Assert.Contains(period, page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(
        "",
        "To reach our data protection officer, ask the practice manager.",
        "",
        "To find out which lawful basis of the UK GDPR we rely on, ask the practice manager."
    )]
    [InlineData(
        "Dr Hughes, dpo@example.nhs.uk",
        "Our data protection officer is Dr Hughes, dpo@example.nhs.uk.",
        "It is our public task.",
        "and to show that we do. It is our public task."
    )]
    public async Task The_privacy_page_says_who_is_responsible_the_lawful_basis_as_the_practice_names_it_and_peoples_rights(
        string officer,
        string says,
        string basis,
        string saysBasis
    )
    {
        await using var own = await BotHost.StartAsync(("Staff:DataProtectionOfficer", officer), ("Privacy:LawfulBasis", basis));

        var page = WebUtility.HtmlDecode(await own.Http.GetStringAsync("/privacy"));

        Assert.All(
            ["Hartwood Healthcare is the data controller", says, saysBasis, "<h2>Your rights</h2>", "https://ico.org.uk"],
            words => Assert.Contains(words, page, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_privacy_page_names_everything_that_can_be_deleted()
    {
        var page = await bot.Http.GetStringAsync("/privacy");

        foreach (
            var what in new[]
            {
                "your chat with the bot",
                "your name and words in questions to the practice manager that are answered",
                "older reminders",
                "training attempts that ended because the policy changed",
            }
        )
        {
            Assert.Contains(what, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_privacy_page_has_a_row_for_each_heading_of_my_data()
    {
        var page = WebUtility.HtmlDecode(await bot.Http.GetStringAsync("/privacy")).Replace('’', '\'');
        var mine = await bot.Services.GetRequiredService<PersonalDataRequests>().AboutAsync(PersonId.Of("finn"), default);

        Assert.NotEmpty(mine.Kinds);
        Assert.All(mine.Kinds, kind => Assert.Contains($"<th scope=\"row\">{kind.Title}</th>", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_policy_address_leads_to_the_list()
    {
        using var response = await bot.Http.GetAsync("/policy/no-such");

        Assert.Equal("/policy", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_text_of_a_policy_cannot_become_markup()
    {
        var folder = Directory.CreateTempSubdirectory("policies").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "x.md"),
            "---\ntitle: X <b>policy</b>\n---\n\n## A & B\n\nUse 1 < 2 & \"so\" on.\n"
        );
        await using var own = await BotHost.StartAsync(("Policies:Folder", folder));

        var html = await own.Http.GetStringAsync("/policy");

        Assert.Contains("X &lt;b&gt;policy&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.Contains("Use 1 &lt; 2 &amp;", html, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task The_health_endpoints_answer(string path) => Assert.Equal("Healthy", await bot.Http.GetStringAsync(path));

    [Fact]
    public async Task Without_its_database_the_bot_is_live_but_not_ready()
    {
        await using var own = await BotHost.StartAsync();
        own.BreakDatabase();

        using var live = await own.Http.GetAsync("/health/live");
        using var ready = await own.Http.GetAsync("/health/ready");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (live.StatusCode, ready.StatusCode));
    }
}
