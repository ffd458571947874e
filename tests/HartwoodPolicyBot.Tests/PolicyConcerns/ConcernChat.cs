using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.PolicyConcerns;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.PolicyConcerns;

/// <summary>Runs a bot on either database, with an author of the policies, somebody for what concerns the author, and staff.</summary>
public sealed class ConcernChat : IAsyncDisposable
{
    public const string AuthorId = "44444444-dddd-4000-8000-000000000001";
    public const string OtherId = "44444444-dddd-4000-8000-000000000002";
    public const string Words = "Section 2 assumes that everybody can read small print.";
    private readonly TestDatabase database;

    private ConcernChat(TestDatabase database, Practice practice) => (this.database, Practice) = (database, practice);

    public Practice Practice { get; }

    public BotHost Bot => Practice.Bot;

    public Chat Author => Named(AuthorId, "Ada Example");

    public Chat Other => Named(OtherId, "Owen Hughes");

    public Chat Staff => Named("staff-1", "Priya Shah");

    public static async Task<ConcernChat> OpenAsync(
        StorageProvider provider = StorageProvider.Sqlite,
        bool hasAuthor = true,
        bool hasOther = true
    )
    {
        var own = await TestDatabase.CreateAsync(provider);
        var practice = await Practice.OpenAsync(
            settings:
            [
                ("Storage:ConnectionString", own.ConnectionString),
                ("Storage:Provider", $"{provider}"),
                .. hasAuthor ? [("Staff:PolicyAuthor", AuthorId)] : ((string, string)[])[],
                .. hasOther ? [("Incidents:SpeakUpPerson", OtherId)] : ((string, string)[])[],
            ]
        );
        var chat = new ConcernChat(own, practice);
        foreach (var person in new[] { chat.Author, chat.Other, practice.Personal(Practice.ManagerId) })
        {
            await person.SayAsync("hello");
        }

        return chat;
    }

    public static JsonObject Filled(string visibility = "Named", string aboutAuthor = "no", string text = Words) =>
        new()
        {
            ["text"] = text,
            ["appear"] = visibility,
            ["aboutAuthor"] = aboutAuthor,
        };

    /// <summary>Opens the form, fills it in, looks at it and sends it. Returns the receipt.</summary>
    public async Task<JsonElement> RaiseAsync(Chat chat, JsonObject? answers = null)
    {
        var form = await chat.SayAsync("raise a concern");
        var review = await chat.FillAsync(form.Button("Check before sending"), answers ?? Filled());
        var receipt = await chat.FillAsync(CardReader.Button(review, "Send concern"));
        await Practice.DeliveredAsync();
        return receipt;
    }

    public Task<PolicyConcern> ConcernAsync() => Bot.ReadAsync(stored => stored.PolicyConcerns.AsNoTracking().SingleAsync());

    /// <summary>Returns the newest card that holds these words in a chat; null if there is none.</summary>
    public static JsonElement? CardIn(Chat chat, string words) =>
        chat.Sent.LastOrDefault(request => request.Body.ToString().Contains(words, StringComparison.Ordinal)) is { } found
            ? Practice.CardOf(found)
            : null;

    public async ValueTask DisposeAsync()
    {
        await Practice.DisposeAsync();
        await database.DisposeAsync();
    }

    private Chat Named(string person, string name) =>
        new(Bot, "personal")
        {
            Person = $"29:{person}",
            Conversation = $"a:{person}",
            Name = name,
        };
}
