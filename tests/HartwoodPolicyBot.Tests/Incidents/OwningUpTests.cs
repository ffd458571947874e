using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>Who owns up gets the report form, with or without saying what happened, and nothing of it is logged as a question.</summary>
public sealed class OwningUpTests
{
    [Theory]
    [InlineData("i think ive done something bad")]
    [InlineData("I've messed up")]
    [InlineData("oh god I've made a terrible mistake and I don't know what to do")]
    [InlineData("I might have broken the rules")]
    [InlineData("we've been hacked")]
    [InlineData("our facebook page has been hacked")]
    [InlineData("I've lost my work phone")]
    [InlineData("i sent it to the wrong person")]
    [InlineData("something's gone badly wrong")]
    public async Task Who_owns_up_without_saying_what_happened_gets_the_empty_report_form(string said)
    {
        await using var practice = await Practice.OpenAsync();

        var form = await practice.Bot.Chat().SayAsync(said);

        Assert.Equal("Report an incident", form.Texts[0]);
        Assert.Equal("", WhatHappened(form));
        Assert.False(await practice.Bot.ReadAsync(database => database.Questions.AnyAsync()));
    }

    [Fact]
    public async Task Who_says_what_happened_finds_it_in_the_form()
    {
        await using var practice = await Practice.OpenAsync();

        var form = await practice.Bot.Chat().SayAsync("I sent a patient's details to the wrong WhatsApp group");

        Assert.Equal("Report an incident", form.Texts[0]);
        Assert.Equal("I sent a patient's details to the wrong WhatsApp group", WhatHappened(form));
    }

    [Theory]
    [InlineData("I want to report something")]
    [InlineData("i'd like to report an incident please")]
    public async Task Who_only_wants_to_report_something_gets_the_empty_form(string said)
    {
        await using var practice = await Practice.OpenAsync();

        var form = await practice.Bot.Chat().SayAsync(said);

        Assert.Equal("", WhatHappened(form));
    }

    [Theory]
    [InlineData("has our page been hacked")]
    [InlineData("what did i get wrong")]
    [InlineData("i did it")]
    [InlineData("i did the wrong training")]
    [InlineData("i posted it on our page")]
    [InlineData("i haven't done anything wrong")]
    [InlineData("you made a mistake")]
    public async Task Who_owns_up_to_nothing_gets_no_report_form(string said)
    {
        await using var practice = await Practice.OpenAsync();

        var reply = await practice.Bot.Chat().SayAsync(said);

        Assert.NotEqual("Report an incident", reply.Texts[0]);
    }

    [Theory]
    [InlineData("you made a mistake")]
    [InlineData("i'm a new starter")]
    public async Task What_could_be_asked_of_the_bot_in_many_ways_is_answered_with_the_way_to_report(string said)
    {
        await using var practice = await Practice.OpenAsync();

        var reply = await practice.Bot.Chat().SayAsync(said);

        Assert.StartsWith("I'm not sure what you'd like me to do.", reply.Texts[0], StringComparison.Ordinal);
        Assert.Equal(["Report an incident", "Show help"], reply.Buttons);
        Assert.False(await practice.Bot.ReadAsync(database => database.Questions.AnyAsync()));
    }

    private static string WhatHappened(Reply form) =>
        CardReader.Nodes(form.Card).First(node => node.TryGetProperty("id", out var id) && id.GetString() == ReportForm.What) is var input
        && input.TryGetProperty("value", out var value)
            ? value.GetString()!
            : "";
}
