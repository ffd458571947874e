using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.ManagerQuestions;

/// <summary>Unanswered questions that staff ask in these tests, and what stands on the card of a group of them.</summary>
internal static class LockerQuestions
{
    public static readonly string[] Lockers =
    [
        "where do i get a key for the staff lockers",
        "staff lockers, where is the key",
        "who has a key for the lockers",
        "Where do I get a key for the staff lockers?",
    ];

    /// <summary>Lists more wordings of one question than a card shows, and than an answer used to keep.</summary>
    public static readonly string[] Many =
    [
        "where is the locker key",
        "who has a key for the lockers",
        "staff lockers, where is the key",
        "where do i get a key for the staff lockers",
        "locker key where is it",
        "who do i ask for a locker key",
        "can i have a key for a locker",
        "how do i get a locker key",
        "is there a key for the staff lockers",
        "which key opens the lockers",
        "need a locker key please",
        "lost my locker key who has a spare",
        "where are the keys to the staff lockers kept",
        "key for my locker",
        "does sandra have the locker keys",
        "whats the deal with locker keys",
        "are locker keys in reception",
        "spare key staff locker",
        "my locker key is missing, where do i get one",
        "who looks after the lockers keys",
        "where can i pick up a locker key",
        "have you got a locker key",
        "any locker keys left",
        "keys for lockers, who keeps them",
        "locker keys for new starters",
    ];

    public static async Task<System.Text.Json.JsonElement> GroupAsync(ManagerQuestionTestHost host) =>
        await host.Manager.FillAsync(
            CardReader.Actions((await host.Manager.SayAsync("gaps")).Card).First(action => action.GetProperty("verb").GetString() == "gap")
        );

    /// <summary>Returns the ids that are ticked when the card arrives.</summary>
    public static string Ids(System.Text.Json.JsonElement card) =>
        CardReader.Nodes(card).First(node => node.TryGetProperty("choices", out _)).GetProperty("value").GetString()!;

    public static List<string> Choices(System.Text.Json.JsonElement card) =>
        [
            .. CardReader
                .Nodes(card)
                .First(node => node.TryGetProperty("choices", out _))
                .GetProperty("choices")
                .EnumerateArray()
                .Select(choice => choice.GetProperty("title").GetString()!),
        ];

    public static async Task AskAllAsync(ManagerQuestionTestHost host, params string[] questions)
    {
        foreach (var question in questions)
        {
            await host.Staff().SayAsync(question);
        }
    }
}
