using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.Training;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Monitoring;

/// <summary>The Word document of the evidence pack can be printed and handed over.</summary>
public sealed class EvidenceDocumentTests
{
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
        await Practice.ReportAsync(EvidencePackFiles.Person(practice, "Priya Shah"), ("what", "First line\nand a \u0001 sign"));

        var file = (await EvidencePackFiles.FetchAsync(practice))["evidence.docx"];
        var document = EvidencePackFiles.Read(file);

        Assert.Contains("Attempts that weren't passed are counted, and not listed by name: 1.", document, StringComparison.Ordinal);
        Assert.Contains("Passed Person", document, StringComparison.Ordinal);
        Assert.DoesNotContain("Failed Person", document, StringComparison.Ordinal);
        Assert.Contains("Images of patients will not be shared without their explicit consent", document, StringComparison.Ordinal);
        var parts = EvidencePackFiles.Entries(file);
        Assert.Contains("PAGE", EvidencePackFiles.Text(parts["word/footer.xml"]), StringComparison.Ordinal);
        Assert.Contains("tblHeader", EvidencePackFiles.Text(parts["word/document.xml"]), StringComparison.Ordinal);
        Assert.Contains("en-GB", EvidencePackFiles.Text(parts["word/styles.xml"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_date_in_a_table_breaks_over_two_lines_and_no_heading_is_alone_at_the_foot_of_a_page()
    {
        await using var practice = await Practice.OpenAsync();
        var priya = EvidencePackFiles.Person(practice, "Priya Shah");
        await (await Learner.StartAsync(practice.Bot, chat: priya)).FinishAsync();
        await Practice.ReportAsync(priya);

        var file = (await EvidencePackFiles.FetchAsync(practice))["evidence.docx"];

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
    public async Task The_pack_gives_an_anonymous_report_a_day_and_no_time_and_leaves_out_the_name_of_who_added_something()
    {
        await using var practice = await Practice.OpenAsync();
        var (nadia, anonymous) = (EvidencePackFiles.Person(practice, "Nadia Named"), EvidencePackFiles.Person(practice, "Andy Anonymous"));
        foreach (var receipt in new[] { await Practice.ReportAsync(nadia), await Practice.ReportAsync(anonymous, ("appear", "Anonymous")) })
        {
            var person = CardReader.Texts(receipt).Any(text => text.Contains("anonymous", StringComparison.Ordinal)) ? anonymous : nadia;
            var form = await person.FillAsync(CardReader.Button(receipt, "Add to report"));
            await person.FillAsync(CardReader.Button(form, "Add to report"), new() { ["text"] = "There is a second photo." });
        }

        var files = await EvidencePackFiles.FetchAsync(practice);
        var document = EvidencePackFiles.Read(files["evidence.docx"]);
        var sheets = string.Join('\n', EvidencePackFiles.Parts(files["evidence.xlsx"]));

        Assert.Contains("INC-2026-0001, reported 23 November 2026 at 9am", document, StringComparison.Ordinal);
        Assert.Contains("INC-2026-0002, reported 23 November 2026", document, StringComparison.Ordinal);
        Assert.Contains("23 November 2026: The reporter added information: There is a second photo.", document, StringComparison.Ordinal);
        Assert.DoesNotContain("midnight", document, StringComparison.Ordinal);
        Assert.DoesNotContain("Nadia", document + sheets, StringComparison.Ordinal);
        Assert.Equal(
            ["#2026-11-23", "#2026-11-23 09:00"],
            new Spreadsheet(files["evidence.xlsx"]).Rows("Incidents").Skip(1).Select(row => row[1])
        );
    }

    [Fact]
    public async Task The_pack_words_deadlines_like_the_cards_and_says_who_is_not_counted()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(EvidencePackFiles.Person(practice, "Priya Shah"), ("patient", "Unsure"));

        var document = EvidencePackFiles.Read((await EvidencePackFiles.FetchAsync(practice))["evidence.docx"]);

        Assert.Contains("decision due by the end of 25 November 2026", document, StringComparison.Ordinal);
        Assert.Contains("Only staff who have added the bot are listed.", document, StringComparison.Ordinal);
        Assert.Contains("Text code", document, StringComparison.Ordinal);
        Assert.DoesNotContain("not stated (", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undone_action_of_a_withdrawn_report_is_not_done_in_the_pack_and_in_no_count()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(EvidencePackFiles.Person(practice, "Priya Shah"));
        await practice.Bot.ReadAsync(async database =>
        {
            var incident = await database.Incidents.SingleAsync();
            incident.Actions.Add(new() { Number = 1, Text = "Put up a sign" });
            incident.State = Core.Incidents.IncidentState.Withdrawn;
            return await database.SaveChangesAsync();
        });

        var files = await EvidencePackFiles.FetchAsync(practice);
        var document = EvidencePackFiles.Read(files["evidence.docx"]);
        var incidents = new Spreadsheet(files["evidence.xlsx"]).Rows("Incidents");

        Assert.Contains("Not done: Put up a sign", document, StringComparison.Ordinal);
        Assert.DoesNotContain("(outstanding)", document, StringComparison.Ordinal);
        Assert.Equal("#0", incidents[1][incidents[0].ToList().IndexOf("Actions outstanding")]);
    }
}
