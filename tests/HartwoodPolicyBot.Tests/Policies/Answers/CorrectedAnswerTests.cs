using HartwoodPolicyBot.Core.Policies.Answers;
using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.Policies.Answers;

/// <summary>Answers that were corrected or removed while a card with the older ones is still open.</summary>
public sealed class CorrectedAnswerTests
{
    [Fact]
    public async Task A_card_with_the_old_words_does_not_bring_them_back()
    {
        await using var desk = await Desk.OpenAsync();
        await Desk.AskAsync(desk.Staff());
        var first = await desk.AnswerAsync("Ask Sandra.");
        var always = CardReader.Button(first, "Give it from now on");
        await desk.Channel.FillAsync(always);
        await ChangeAsync(desk, "Sandra has left. Ask Tom.", "where is the key of my locker");

        var look = await desk.Channel.FillAsync(CardReader.Button(first, "Has it arrived?"));
        await desk.Channel.FillAsync(always);

        Assert.DoesNotContain(CardReader.Actions(look), action => action.GetProperty("title").GetString() == "Give it from now on");
        Assert.Contains("1 answer of yours that I give.", (await desk.Manager.SayAsync("answers")).Texts);
        Assert.Contains("Sandra has left. Ask Tom.", (await desk.Staff().SayAsync("where is the key of my locker")).Texts);
    }

    [Fact]
    public async Task Removing_shows_the_answer_and_does_not_take_a_correction_along()
    {
        await using var desk = await Desk.OpenAsync();
        await Desk.AskAsync(desk.Staff());
        await desk.AnswerAsync("Ask Sandra.", always: true);
        var sure = await desk.Manager.FillAsync(CardReader.Button(await OneAsync(desk), "Remove"));
        await ChangeAsync(desk, "Sandra has left. Ask Tom.", Desk.Uncovered);

        var stale = await desk.Manager.FillAsync(CardReader.Button(sure, "Yes, remove it"));

        Assert.Contains("Ask Sandra.", CardReader.Texts(sure));
        Assert.Contains(AnswerErrors.Changed.Sentence, CardReader.Texts(stale));
        Assert.Contains("Sandra has left. Ask Tom.", CardReader.Texts(stale));
        await desk.Manager.FillAsync(CardReader.Button(stale, "Yes, remove it"));
        Assert.Equal("The social media policy does not say", (await desk.Staff().SayAsync(Desk.Uncovered)).Texts[0]);
    }

    [Fact]
    public async Task An_answer_that_is_removed_meanwhile_and_did_not_help_still_leads_to_the_practice_manager()
    {
        await using var desk = await Desk.OpenAsync();
        await Desk.AskAsync(desk.Staff());
        await desk.AnswerAsync("Ask Sandra.", always: true);
        var tom = desk.Staff("Tom Field");
        var given = await tom.SayAsync(Desk.Uncovered);
        var sure = await desk.Manager.FillAsync(CardReader.Button(await OneAsync(desk), "Remove"));
        await desk.Manager.FillAsync(CardReader.Button(sure, "Yes, remove it"));

        var after = await tom.FillAsync(given.Button("Not helpful"));
        var receipt = await tom.ExecuteAsync(CardReader.Button(after, "Ask the practice manager"));

        Assert.Equal("Sent to the practice manager", receipt.Texts[0]);
    }

    private static async Task<System.Text.Json.JsonElement> OneAsync(Desk desk) => await desk.Manager.FillAsync((await desk.Manager.SayAsync("answers")).Button(Desk.Uncovered));

    private static async Task ChangeAsync(Desk desk, string text, string question)
    {
        var form = await desk.Manager.FillAsync(CardReader.Button(await OneAsync(desk), "Change"));
        await desk.Manager.FillAsync(CardReader.Button(form, "Save"), new() { ["asked"] = question, ["text"] = text });
    }
}
