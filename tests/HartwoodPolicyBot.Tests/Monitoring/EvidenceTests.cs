using System.Net;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Monitoring;

/// <summary>The evidence pack joins all records, and names nobody who reported.</summary>
public sealed class EvidenceTests
{
    private const string Owen = "33333333-cccc-4000-8000-000000000001";

    [Fact]
    public async Task The_pack_joins_policy_training_and_incidents_with_timeline_actions_and_learning()
    {
        await using var practice = await Practice.OpenAsync();
        var priya = EvidencePackFiles.Person(practice, "Priya Shah");
        await (await Learner.StartAsync(practice.Bot, chat: priya)).FinishAsync();
        var reference = Practice.ReferenceOn(await Practice.ReportAsync(priya, ("what", "=1+1 <b>A photo</b> of the desk")));
        await EvidencePackFiles.WorkAsync(practice, reference);

        var files = await EvidencePackFiles.FetchAsync(practice);
        var document = EvidencePackFiles.Read(files["evidence.docx"]);
        var sheets = new Spreadsheet(files["evidence.xlsx"]);

        Assert.Equal(["evidence.docx", "evidence.xlsx", "policy-social-media.md"], files.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            [
                "Social media policy",
                "Not stated",
                "Priya Shah",
                "Training passed",
                reference,
                "=1+1 <b>A photo</b> of the desk",
                "Margaret Ellis",
                "acknowledged it",
                "Put up a sign",
                "completed on",
                "We put a sign up",
                "Image of the workplace",
            ],
            words => Assert.Contains(words, document, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("http://", document, StringComparison.Ordinal);
        Assert.Equal(
            [
                "About",
                "Policies",
                "Significant events and learning",
                "Who has read the policy",
                "Training now",
                "Training passed",
                "Practice accounts",
                "When accounts were looked at",
                "National guidance",
                "Guidance checks",
                "Incidents",
                "Actions",
                "Timeline",
            ],
            sheets.Names
        );
        Assert.DoesNotContain("Result", sheets.Rows("Training passed")[0]);
        Assert.Equal([reference, "Put up a sign", "#2026-11-23 09:00"], sheets.Rows("Actions")[1]);
        Assert.Equal("We put a sign up.", sheets.Rows("Incidents")[1][^1]);
        Assert.Equal(
            ["sent the report", "acknowledged it", "started dealing with it", "updated the actions", "updated the actions", "closed it"],
            sheets.Rows("Timeline").Skip(1).Select(row => row[3])
        );
        Assert.Equal(
            ["#1", "#1"],
            sheets
                .Rows("Significant events and learning")
                .Where(row =>
                    row[1].StartsWith("Incidents closed", StringComparison.Ordinal)
                    || row[1].StartsWith("Incidents with learning", StringComparison.Ordinal)
                )
                .Select(row => row[2])
        );
    }

    [Fact]
    public async Task The_pack_names_no_reporter_and_holds_no_report_about_a_manager()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));
        var (named, confidential, anonymous, speaker) = (
            EvidencePackFiles.Person(practice, "Nadia Named"),
            EvidencePackFiles.Person(practice, "Carla Confidential"),
            EvidencePackFiles.Person(practice, "Andy Anonymous"),
            EvidencePackFiles.Person(practice, "Sam Speakup")
        );
        var (first, second) = (
            Practice.ReferenceOn(await Practice.ReportAsync(named)),
            Practice.ReferenceOn(await Practice.ReportAsync(confidential, ("appear", "Confidential")))
        );

        // The receipt of an anonymous report has no reference.
        await Practice.ReportAsync(anonymous, ("appear", "Anonymous"));
        string[] references = [first, second, "INC-2026-0003"];
        var own = await named.SayAsync("my reports");
        Assert.Contains(references[0], own.Card.ToString(), StringComparison.Ordinal);
        var secret = Practice.ReferenceOn(
            await Practice.ReportAsync(speaker, ("aboutManager", "true"), ("what", "The manager posted something secret."))
        );
        await EvidencePackFiles.WorkAsync(practice, references[1]);

        var files = await EvidencePackFiles.FetchAsync(practice);
        var all = string.Join(
            '\n',
            files
                .Values.Select(EvidencePackFiles.Text)
                .Concat(EvidencePackFiles.Parts(files["evidence.xlsx"]))
                .Concat(EvidencePackFiles.Parts(files["evidence.docx"]))
        );

        Assert.All(references, reference => Assert.Contains(reference, all, StringComparison.Ordinal));
        Assert.All(
            [
                secret,
                "something secret",
                "Nadia",
                "Carla",
                "Andy",
                "Sam Speakup",
                named.Person[3..],
                confidential.Person[3..],
                anonymous.Person[3..],
                speaker.Person[3..],
            ],
            hidden => Assert.DoesNotContain(hidden, all, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task The_offer_and_the_download_are_audited_and_only_practice_managers_get_the_pack()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(EvidencePackFiles.Person(practice, "Priya Shah"));
        var manager = practice.Personal(Practice.ManagerId);
        var offer = await manager.ExecuteAsync((await manager.SayAsync("evidence pack")).Button("Get evidence pack"));
        var path = new Uri(offer.Button("Download in browser").GetProperty("url").GetString()!).AbsolutePath;
        practice.Bot.Services.GetRequiredService<StaffOptions>().PracticeManagers.Remove(Practice.ManagerId);

        using var refused = await practice.Bot.Http.PostAsync(path, null);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var did = await practice.Bot.ReadAsync(database => database.ManagerActions.SingleAsync(row => row.Action.StartsWith("monitoring")));
        Assert.Equal(("monitoring.evidence", "2026-04-01.2027-03-31"), (did.Action, did.Subject));
    }

    [Fact]
    public async Task An_empty_period_still_makes_a_pack()
    {
        await using var practice = await Practice.OpenAsync();
        await practice.Bot.Chat().SayAsync("Can I share an image of my workplace?");

        var files = await EvidencePackFiles.FetchAsync(practice);

        Assert.Contains("None reported in the period.", EvidencePackFiles.Read(files["evidence.docx"]), StringComparison.Ordinal);
        Assert.Single(new Spreadsheet(files["evidence.xlsx"]).Rows("Incidents"));
    }
}
