using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
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
        var priya = Person(practice, "Priya Shah");
        await (await Learner.StartAsync(practice.Bot, chat: priya)).FinishAsync();
        var reference = Practice.ReferenceOn(await Practice.ReportAsync(priya, ("what", "=1+1 <b>A photo</b> of the desk")));
        await WorkAsync(practice, reference);

        var files = await FetchAsync(practice);
        var document = Read(files["evidence.docx"]);
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
                "Looks at practice accounts",
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
            ["reported it", "acknowledged it", "started dealing with it", "updated the actions", "updated the actions", "closed it"],
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
    public async Task The_pack_says_who_had_signed_off_which_version_by_the_end_of_the_period()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(Person(practice, "Priya Shah"));
        await practice.Bot.ReadAsync(async database =>
        {
            database.PolicyReadings.AddRange(
                Reading("Asked Before", MonitoringTestHost.At(11, 20), MonitoringTestHost.At(11, 21)),
                Reading("Not Yet", MonitoringTestHost.At(11, 20), null),
                Reading("Read After", MonitoringTestHost.At(11, 20), MonitoringTestHost.At(12, 1, 0)),
                Reading("Asked After", MonitoringTestHost.At(12, 1, 0), MonitoringTestHost.At(12, 2), "9 (ffffffffffff)")
            );
            database.TrainingAttempts.Add(
                new()
                {
                    Id = Guid.NewGuid(),
                    PersonId = "trained",
                    PersonName = "Trained",
                    Number = 1,
                    PolicyName = "Social media policy, version 1",
                    PolicyVersion = "1 (aaaaaaaaaaaa)",
                    Plan = "a.0",
                    StartedAt = MonitoringTestHost.At(11, 20),
                    FinishedAt = MonitoringTestHost.At(11, 20),
                    State = Core.Training.AttemptState.Passed,
                }
            );
            return await database.SaveChangesAsync();
        });

        var files = await FetchAsync(practice);
        var rows = new Spreadsheet(files["evidence.xlsx"]).Rows("Who has read the policy").Skip(1);

        Assert.Equal([("Asked Before", "#2026-11-21 12:00"), ("Not Yet", ""), ("Read After", "")], rows.Select(row => (row[2], row[4])));

        // The policy texts that the pack names but does not hold are listed once each, with what to do about them.
        var policies = new Spreadsheet(files["evidence.xlsx"]).Rows("Policies").Skip(1).ToList();
        Assert.Equal("policy-social-media.md", policies[0][4]);
        Assert.Equal(
            [
                ("Social media policy", "Not stated", "0123456789ab", "Not included"),
                ("Social media policy, version 1", "1", "aaaaaaaaaaaa", "Not included"),
            ],
            policies.Skip(1).Select(row => (row[0], row[1], row[3], row[4]))
        );
        Assert.Contains("Where no file is named, add the text", Read(files["evidence.docx"]), StringComparison.Ordinal);

        static Core.PolicySignOff.SignOff Reading(
            string name,
            DateTimeOffset asked,
            DateTimeOffset? read,
            string version = "not stated (0123456789ab)"
        ) =>
            new()
            {
                Id = Guid.NewGuid(),
                PersonId = name,
                PersonName = name,
                PolicySlug = "social-media",
                PolicyTitle = "Social media policy",
                PolicyVersion = version,
                AskedAt = asked,
                ReadAt = read,
            };
    }

    [Fact]
    public async Task The_document_can_be_printed_and_handed_over_and_shows_nobody_who_did_not_pass()
    {
        await using var practice = await Practice.OpenAsync();
        await practice.Bot.ReadAsync(async database =>
        {
            foreach (var (name, state) in new[] { ("Passed Person", AttemptState.Passed), ("Failed Person", AttemptState.Failed) })
            {
                database.TrainingAttempts.Add(
                    new()
                    {
                        Id = Guid.NewGuid(),
                        PersonId = name,
                        PersonName = name,
                        Number = 1,
                        PolicyName = "Social media policy",
                        PolicyVersion = "1 (aaaaaaaaaaaa)",
                        Plan = "a.0",
                        StartedAt = MonitoringTestHost.At(11, 20),
                        FinishedAt = MonitoringTestHost.At(11, 20),
                        State = state,
                    }
                );
            }

            return await database.SaveChangesAsync();
        });
        await Practice.ReportAsync(Person(practice, "Priya Shah"), ("what", "First line\nand a \u0001 sign"));

        var file = (await FetchAsync(practice))["evidence.docx"];
        var document = Read(file);

        Assert.Contains("Attempts that weren't passed are counted, and not listed by name: 1.", document, StringComparison.Ordinal);
        Assert.Contains("Passed Person", document, StringComparison.Ordinal);
        Assert.DoesNotContain("Failed Person", document, StringComparison.Ordinal);
        Assert.Contains("Images of patients will not be shared without their explicit consent", document, StringComparison.Ordinal);
        var parts = Entries(file);
        Assert.Contains("PAGE", Text(parts["word/footer.xml"]), StringComparison.Ordinal);
        Assert.Contains("tblHeader", Text(parts["word/document.xml"]), StringComparison.Ordinal);
        Assert.Contains("en-GB", Text(parts["word/styles.xml"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_date_in_a_table_breaks_over_two_lines_and_no_heading_is_alone_at_the_foot_of_a_page()
    {
        await using var practice = await Practice.OpenAsync();
        var priya = Person(practice, "Priya Shah");
        await (await Learner.StartAsync(practice.Bot, chat: priya)).FinishAsync();
        await Practice.ReportAsync(priya);

        var file = (await FetchAsync(practice))["evidence.docx"];

        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var body = word.MainDocumentPart!.Document!.Body!;
        var table = body.Elements<Table>().First(table => table.InnerText.StartsWith("NameCompleted", StringComparison.Ordinal));
        var completed = table.Elements<TableRow>().ElementAt(1).Elements<TableCell>().ElementAt(1);
        Assert.Equal("23\u00a0November\u00a02026 at 9am", completed.InnerText);
        Assert.True(int.Parse(completed.TableCellProperties!.TableCellWidth!.Width!) > 1800);
        Assert.All(
            body.Elements<Table>(),
            all => Assert.Equal(9638, all.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Sum(column => int.Parse(column.Width!)), 12d)
        );
        var guidance = body.Elements<Table>().First(table => table.InnerText.StartsWith("Published by", StringComparison.Ordinal));
        var widths = guidance.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Select(column => int.Parse(column.Width!)).ToList();
        Assert.True(widths[5] > 900, $"“Last checked” breaks between its words only: {string.Join(' ', widths)}");
        Assert.All(
            body.Elements<Table>().Select(all => all.PreviousSibling<Paragraph>()!),
            before => Assert.True(before.ParagraphProperties?.ParagraphStyleId?.Val?.Value is "Heading1" or "Heading2" || Leads(before))
        );
        Assert.All(
            body.Descendants<TableRow>().Where(row => row.TableRowProperties!.Elements<TableHeader>().Any()),
            head => Assert.All(head.Descendants<Paragraph>(), cell => Assert.True(Leads(cell)))
        );

        static bool Leads(Paragraph paragraph) => paragraph.ParagraphProperties?.KeepNext is not null;
    }

    [Fact]
    public async Task The_pack_words_deadlines_like_the_cards_and_says_who_is_not_counted()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(Person(practice, "Priya Shah"), ("patient", "Unsure"));

        var document = Read((await FetchAsync(practice))["evidence.docx"]);

        Assert.Contains("decision due by the end of 25 November 2026", document, StringComparison.Ordinal);
        Assert.Contains("Only staff who have added the bot are listed.", document, StringComparison.Ordinal);
        Assert.Contains("Text code", document, StringComparison.Ordinal);
        Assert.DoesNotContain("not stated (", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undone_action_of_a_withdrawn_report_is_not_done_in_the_pack_and_in_no_count()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(Person(practice, "Priya Shah"));
        await practice.Bot.ReadAsync(async database =>
        {
            var incident = await database.Incidents.SingleAsync();
            incident.Actions.Add(new() { Number = 1, Text = "Put up a sign" });
            incident.State = Core.Incidents.IncidentState.Withdrawn;
            return await database.SaveChangesAsync();
        });

        var files = await FetchAsync(practice);
        var document = Read(files["evidence.docx"]);
        var incidents = new Spreadsheet(files["evidence.xlsx"]).Rows("Incidents");

        Assert.Contains("Not done: Put up a sign", document, StringComparison.Ordinal);
        Assert.DoesNotContain("(outstanding)", document, StringComparison.Ordinal);
        Assert.Equal("#0", incidents[1][incidents[0].ToList().IndexOf("Actions outstanding")]);
    }

    [Fact]
    public async Task The_pack_holds_the_policy_word_for_word()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(Person(practice, "Priya Shah"));

        var text = Text((await FetchAsync(practice))["policy-social-media.md"]);

        var source = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Content", "Policies", "social-media.md"))
            .SkipWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.Length > 0)
            .ToList();
        Assert.True(source.Count > 50);
        Assert.All(source, line => Assert.Contains(line, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pack_holds_an_earlier_version_that_staff_signed_off_word_for_word()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(Person(practice, "Priya Shah"));
        await practice.Bot.ReadAsync(async database =>
        {
            database.PublishedPolicies.Add(new() { Slug = "complaints", OutOfUseAt = MonitoringTestHost.At(11, 22) });
            database.PolicyVersions.Add(
                new()
                {
                    Id = Guid.NewGuid(),
                    PolicySlug = "complaints",
                    Number = 1,
                    Title = "Complaints policy",
                    StatedVersion = "2",
                    Fingerprint = "bbbbbbbbbbbb",
                    Markdown = "---\ntitle: Complaints policy\n---\n\n## Whom to tell\n\nTell the practice manager on the same day.\n",
                }
            );
            database.PolicyReadings.Add(
                new()
                {
                    Id = Guid.NewGuid(),
                    PersonId = "asked",
                    PersonName = "Asked Before",
                    PolicySlug = "complaints",
                    PolicyTitle = "Complaints policy",
                    PolicyVersion = "2 (bbbbbbbbbbbb)",
                    AskedAt = MonitoringTestHost.At(11, 20),
                }
            );
            return await database.SaveChangesAsync();
        });

        var files = await FetchAsync(practice);

        var row = new Spreadsheet(files["evidence.xlsx"]).Rows("Policies").Single(row => row[0] == "Complaints policy");
        Assert.Equal(("2", "bbbbbbbbbbbb", "policy-complaints-bbbbbbbbbbbb.md"), (row[1], row[3], row[4]));
        var text = Text(files["policy-complaints-bbbbbbbbbbbb.md"]);
        Assert.Contains("## Whom to tell", text, StringComparison.Ordinal);
        Assert.Contains("Tell the practice manager on the same day.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pack_names_no_reporter_and_holds_no_report_about_a_manager()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));
        var (named, confidential, anonymous, speaker) = (
            Person(practice, "Nadia Named"),
            Person(practice, "Carla Confidential"),
            Person(practice, "Andy Anonymous"),
            Person(practice, "Sam Speakup")
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
        await WorkAsync(practice, references[1]);

        var files = await FetchAsync(practice);
        var all = string.Join('\n', files.Values.Select(Text).Concat(Parts(files["evidence.xlsx"])).Concat(Parts(files["evidence.docx"])));

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
        await Practice.ReportAsync(Person(practice, "Priya Shah"));
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

        var files = await FetchAsync(practice);

        Assert.Contains("None reported in the period.", Read(files["evidence.docx"]), StringComparison.Ordinal);
        Assert.Single(new Spreadsheet(files["evidence.xlsx"]).Rows("Incidents"));
    }

    private static Chat Person(Practice practice, string name) => new(practice.Bot, "personal") { Name = name };

    /// <summary>Handles a report to its end, as the practice manager.</summary>
    private static async Task WorkAsync(Practice practice, string reference)
    {
        var channel = new Chat(practice.Bot, "channel")
        {
            Person = $"29:{Practice.ManagerId}",
            Conversation = Practice.ChannelId,
            Name = "Margaret Ellis",
        };
        async Task StepAsync(string button, JsonObject? answers = null)
        {
            var form = await channel.FillAsync(CardReader.Button(await practice.CardAsync(reference), button));
            if (answers is not null)
            {
                await channel.FillAsync(Practice.Save(form), answers);
            }

            await practice.DeliveredAsync();
        }

        await StepAsync("Acknowledge");
        await StepAsync("Deal with this");
        await StepAsync("Update actions", new() { ["text"] = "Put up a sign" });
        await StepAsync("Update actions", new() { ["done"] = "1" });
        await StepAsync("Close incident", new() { ["text"] = "Taken down.", ["learning"] = "We put a sign up." });
        Assert.Equal(
            Core.Incidents.IncidentState.Closed,
            await practice.Bot.ReadAsync(database =>
                database.Incidents.Where(row => row.Reference == reference).Select(row => row.State).SingleAsync()
            )
        );
    }

    private static async Task<Dictionary<string, byte[]>> FetchAsync(Practice practice)
    {
        var manager = practice.Personal(Practice.ManagerId);
        var offer = await manager.ExecuteAsync((await manager.SayAsync("monitoring report")).Button("Get evidence pack"));
        CardRules.Hold(offer.Card);
        using var response = await practice.Bot.Http.PostAsync(
            new Uri(offer.Button("Download in browser").GetProperty("url").GetString()!).AbsolutePath,
            null
        );
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("evidence-2026-11-01-to-2026-11-30.zip", response.Content.Headers.ContentDisposition!.FileName);
        return Entries(await response.Content.ReadAsByteArrayAsync());
    }

    private static Dictionary<string, byte[]> Entries(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var content = entry.Open();
                using var memory = new MemoryStream();
                content.CopyTo(memory);
                return memory.ToArray();
            },
            StringComparer.Ordinal
        );
    }

    /// <summary>
    /// Opens the document as Word does, holds it to the format's schema, and returns what people read in it, without the difference
    /// between the spaces at which a line may and may not break.
    /// </summary>
    private static string Read(byte[] file)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(word).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        return string.Join('\n', word.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText))
            .Replace('\u00a0', ' ');
    }

    private static IEnumerable<string> Parts(byte[] file) => Entries(file).Values.Select(Text);

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
