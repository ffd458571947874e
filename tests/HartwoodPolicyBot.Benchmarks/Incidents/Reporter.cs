using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Benchmarks.Incidents;

/// <summary>Sends filled-in forms for several people, one after the other for each.</summary>
internal sealed partial class Reporter(string serviceUrl) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromMinutes(2),
    };

    /// <summary>Sends one form. Returns the reference on the receipt, or null when no receipt came, and how long it took.</summary>
    public async Task<(string? Reference, TimeSpan Took)> SendAsync(Uri bot, int person, Guid form)
    {
        var activity = new JsonObject
        {
            ["type"] = "invoke",
            ["id"] = $"{Guid.NewGuid()}",
            ["name"] = "adaptiveCard/action",
            ["channelId"] = "msteams",
            ["serviceUrl"] = serviceUrl,
            ["from"] = new JsonObject
            {
                ["id"] = $"29:{person}",
                ["aadObjectId"] = $"person-{person}",
                ["name"] = "Sam Taylor",
            },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = $"a:{person}",
                ["conversationType"] = "personal",
                ["tenantId"] = "tenant",
            },
            ["value"] = new JsonObject
            {
                ["action"] = new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["verb"] = "incident-send-masked",
                    ["data"] = new JsonObject
                    {
                        ["id"] = $"{form}",
                        // What is measured is the press that stores the report: "Send report" on the review.
                        ["kept"] = new JsonObject
                        {
                            ["what"] = "A photo of the reception desk is on Instagram, with the screen in the background.",
                            ["kind"] = "WorkplaceImage",
                            ["platform"] = "Instagram",
                            ["patient"] = "Unsure",
                            ["appear"] = "Named",
                            ["aboutManager"] = "false",
                        },
                    },
                },
            },
        };
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(activity)) { Headers = { ContentType = Json } };
        var since = Stopwatch.GetTimestamp();
        try
        {
            using var response = await http.PostAsync(new Uri(bot, "api/messages"), content);
            var body = await response.Content.ReadAsStringAsync();
            return (Receipt().Match(body) is { Success: true } receipt ? receipt.Value : null, Stopwatch.GetElapsedTime(since));
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException)
        {
            return (null, Stopwatch.GetElapsedTime(since));
        }
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex(@"INC-\d{4}-\d{4,}", RegexOptions.None, 1000)]
    private static partial Regex Receipt();
}
