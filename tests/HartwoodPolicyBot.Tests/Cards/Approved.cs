using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Tests.Cards;

/// <summary>
/// Compares a card with the approved one beside this file. A different card is written as *.received.json: look at it, and rename it
/// to *.approved.json when it is right.
/// </summary>
internal static partial class Approved
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static void Card(string name, JsonElement card, [CallerFilePath] string file = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(file)!, "Snapshots");
        var approved = Path.Combine(folder, $"{name}.approved.json");
        var received = Path.Combine(folder, $"{name}.received.json");
        var json = Id().Replace(JsonSerializer.Serialize(card, Readable), "00000000-0000-0000-0000-000000000000") + "\n";
        json = SpeakUpReference().Replace(json, "SU-ABCD-EFGH");
        if (File.Exists(approved) && File.ReadAllText(approved) == json)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(received, json);
        Assert.Fail($"The card {name} is not the approved one: compare {name}.received.json with {name}.approved.json.");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex("SU-[A-Z2-9]{4}-[A-Z2-9]{4}", RegexOptions.None, 1000)]
    private static partial Regex SpeakUpReference();
}
