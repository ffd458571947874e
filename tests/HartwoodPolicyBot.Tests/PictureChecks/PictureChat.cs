using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Policies;

namespace HartwoodPolicyBot.Tests.PictureChecks;

/// <summary>Runs a bot to which people send pictures. It reads text only where a test says with which program.</summary>
public sealed class PictureChat : IAsyncDisposable
{
    public const string NoProgram = "";
    private readonly PublishingChat publishing;

    private PictureChat(PublishingChat publishing) => this.publishing = publishing;

    public BotHost Bot => publishing.Bot;

    public FakeFiles Files => publishing.Files;

    /// <summary>Somebody of the staff, in their own chat.</summary>
    public Chat Staff => new(Bot, "personal") { Person = "29:staff-1", Conversation = "a:staff-1" };

    public static async Task<PictureChat> OpenAsync(
        StorageProvider provider = StorageProvider.Sqlite,
        string program = NoProgram,
        params (string Key, string Value)[] settings
    ) => new(await PublishingChat.OpenAsync(provider, [("Pictures:Tesseract", program), .. settings]));

    /// <summary>Sends a picture as a file, and returns the answer.</summary>
    public Task<Reply> SendAsync(byte[] picture, string name = "IMG_2041.jpg", Chat? chat = null) =>
        PublishingChat.SendAsync(chat ?? Staff, Files.Keep(name, picture));

    /// <summary>Accepts or declines a copy that was offered for OneDrive.</summary>
    public static Task AnswerAsync(Chat chat, JsonElement offer, string uploadUrl)
    {
        var activity = chat.Activity("invoke");
        activity["name"] = "fileConsent/invoke";
        activity["replyToId"] = "the-question";
        activity["value"] = new JsonObject
        {
            ["action"] = "accept",
            ["context"] = JsonNode.Parse(offer.GetProperty("acceptContext").GetRawText()),
            ["uploadInfo"] = new JsonObject
            {
                ["contentUrl"] = "https://contoso.sharepoint.com/personal/x/copy.jpg",
                ["name"] = "copy.jpg",
                ["uploadUrl"] = uploadUrl,
                ["uniqueId"] = "1",
                ["fileType"] = "jpg",
            },
        };
        return chat.SendAsync(activity);
    }

    public ValueTask DisposeAsync() => publishing.DisposeAsync();
}
