using HartwoodPolicyBot.Testing;
using Microsoft.AspNetCore.Http;

namespace HartwoodPolicyBot.Tests.ManagerQuestions;

public sealed class AskedAmongOthersTests
{
    [Fact]
    public async Task A_receipt_in_a_group_shows_neither_the_added_line_nor_the_answer()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        host.Bot.Teams.Answer = (request, _) =>
            request.Path == "/v3/conversations" && !request.Body.GetRawText().Contains("\"channel\"", StringComparison.Ordinal)
                ? Results.Json(new { id = "a:priya-own" }, statusCode: 201)
                : null;
        var group = new Chat(host.Bot, "groupChat") { Name = "Priya Shah" };
        var refusal = await group.MentionAsync(ManagerQuestionTestHost.Uncovered);
        var receipt = await group.ExecuteAsync(refusal.Button("Ask the practice manager"));

        var added = await group.FillAsync(receipt.Button("Add to my question"), new() { ["line"] = "It is about my sick leave." });
        var asked = await host.CardAsync();
        await host.AnswerAsync("Your sick leave is over, see me.");
        var after = await group.FillAsync(receipt.Button("Withdraw question"));

        Assert.Contains("Added to your question.", CardReader.Texts(added));
        Assert.Contains("Priya Shah added: It is about my sick leave.", CardReader.Texts(asked));
        Assert.Equal("The practice manager has answered", CardReader.Texts(after)[0]);
        Assert.DoesNotContain("sick leave", added.GetRawText() + after.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(
            "see me",
            string.Concat(host.Bot.Teams.In("a:priya-own").Select(sent => sent.Body.ToString())),
            StringComparison.Ordinal
        );
    }
}
