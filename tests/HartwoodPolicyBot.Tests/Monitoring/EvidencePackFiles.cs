using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Monitoring;

/// <summary>Fetches an evidence pack as a practice manager does, and reads its files.</summary>
internal static class EvidencePackFiles
{
    public static Chat Person(Practice practice, string name) => new(practice.Bot, "personal") { Name = name };

    /// <summary>Handles a report to its end, as the practice manager.</summary>
    public static async Task WorkAsync(Practice practice, string reference)
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

    public static async Task<Dictionary<string, byte[]>> FetchAsync(Practice practice)
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

    public static Dictionary<string, byte[]> Entries(byte[] zip)
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
    public static string Read(byte[] file)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(word).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        return string.Join('\n', word.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText))
            .Replace('\u00a0', ' ');
    }

    public static IEnumerable<string> Parts(byte[] file) => Entries(file).Values.Select(Text);

    public static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
