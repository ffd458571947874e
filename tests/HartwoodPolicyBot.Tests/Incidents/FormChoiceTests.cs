using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>A choice that was not offered opens nothing, and only a clear no sends a report to the practice managers.</summary>
public sealed class FormChoiceTests
{
    private const string Owen = "33333333-cccc-4000-8000-000000000001";

    [Theory]
    [InlineData("true")]
    [InlineData("\"true\"")]
    [InlineData("\"True\"")]
    [InlineData("\"yes\"")]
    [InlineData("\" YES \"")]
    public async Task Any_clear_yes_keeps_the_report_from_the_practice_managers(string answer)
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));

        await SendAsync(practice, answer);

        Assert.Equal(IncidentRoute.SpeakUp, (await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync())).Route);
    }

    [Theory]
    [InlineData("\"maybe\"")]
    [InlineData("\"\"")]
    [InlineData("1")]
    [InlineData("0")]
    [InlineData("null")]
    [InlineData("[\"false\"]")]
    [InlineData("{}")]
    [InlineData("\"false,true\"")]
    public async Task What_is_no_clear_answer_is_asked_again_and_the_words_are_kept(string answer)
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));

        var again = await SendAsync(practice, answer);

        Assert.Contains("Please say whether it's about the practice manager or a deputy.", CardReader.Texts(again));
        Assert.Contains("A photo of the reception desk is on Instagram.", again.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.Incidents.CountAsync()));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("\"False\"")]
    [InlineData("\"no\"")]
    public async Task A_clear_no_sends_it_to_the_practice_managers(string answer)
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));

        await SendAsync(practice, answer);

        Assert.Equal(IncidentRoute.Managers, (await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync())).Route);
    }

    [Theory]
    [InlineData("kind", "3")]
    [InlineData("kind", "true")]
    [InlineData("appear", "\"named\"")]
    [InlineData("appear", "1")]
    [InlineData("patient", "false")]
    [InlineData("visible", "true")]
    [InlineData("source", "\"Staff, Pals\"")]
    [InlineData("account", "2")]
    [InlineData("account", "\"NotSaid\"")]
    [InlineData("visible", "\"NotSaid\"")]
    [InlineData("patient", "\"NotSaid\"")]
    public async Task A_choice_that_the_report_form_does_not_offer_is_asked_again(string field, string answer)
    {
        await using var practice = await Practice.OpenAsync();

        await SendAsync(practice, answer, field);

        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.Incidents.CountAsync()));
    }

    [Theory]
    [InlineData("pass-on", "flags", "Hr,Everybody")]
    [InlineData("pass-on", "flags", "16")]
    [InlineData("deadline", "decision", "2")]
    [InlineData("deadline", "complaint", "true")]
    [InlineData("deadline", "decision", "NotNeeded")]
    [InlineData("grade", "consequence", "9")]
    public async Task A_choice_that_a_step_does_not_offer_is_refused_with_all_beside_it(string step, string field, string answer)
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat(), ("patient", "Yes"), ("source", "Complaint"));
        var form = await practice.Channel.FillAsync(Practice.Form(await practice.CardAsync("INC-2026-0001"), step));
        var answers = new JsonObject
        {
            ["text"] = "Because.",
            ["decision"] = "Reported",
            ["complaint"] = "yes",
            ["likelihood"] = "1",
            [field] = answer,
        };

        await practice.Channel.FillAsync(Practice.Save(form), answers);

        Assert.Equal(1, (await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync())).Version);
    }

    private static async Task<JsonElement> SendAsync(Practice practice, string answer, string field = "aboutManager")
    {
        var chat = practice.Bot.Chat();
        var answers = Practice.Filled();
        answers[field] = JsonNode.Parse(answer);
        var review = await chat.FillAsync((await chat.SayAsync("report")).Button("Check report"), answers);
        return CardReader.Actions(review).Any(action => action.GetProperty("title").GetString() == "Send report")
            ? await chat.FillAsync(CardReader.Button(review, "Send report"))
            : review;
    }
}
