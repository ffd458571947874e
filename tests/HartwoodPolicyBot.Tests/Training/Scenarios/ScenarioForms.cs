using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.Training.Scenarios;

/// <summary>Fills in the forms with which a practice manager writes a training scenario.</summary>
internal static class ScenarioForms
{
    public const string Workplace = "Images shared of a workplace will be checked";

    /// <summary>Opens the form of a new scenario on a section.</summary>
    public static async Task<JsonElement> NewAsync(Chat manager, string section = "Patient confidentiality")
    {
        var list = await manager.SayAsync("training scenarios");
        return await ChooseAsync(manager, await manager.FillAsync(list.Button("Write new scenario")), section);
    }

    public static Task<JsonElement> ChooseAsync(Chat manager, JsonElement step, string section) =>
        manager.FillAsync(CardReader.Button(step, "Choose section"), new() { ["section"] = Choice(step, "section", section) });

    /// <summary>Fills in the form and returns the card that replaces it: the review, or the form again.</summary>
    public static Task<JsonElement> CheckAsync(Chat manager, JsonElement form, params (string Field, string? Answer)[] changes) =>
        manager.FillAsync(CardReader.Button(form, "Check scenario"), Filled(form, changes));

    /// <summary>Writes a scenario and saves it. Returns the card of the saved scenario.</summary>
    public static async Task<JsonElement> WriteAsync(Chat manager, params (string Field, string? Answer)[] changes)
    {
        var review = await CheckAsync(manager, await NewAsync(manager), changes);
        return await manager.FillAsync(CardReader.Button(review, "Save scenario"));
    }

    /// <summary>Finds a scenario by its words and opens its card.</summary>
    public static async Task<JsonElement> OpenAsync(Chat manager, string words)
    {
        var list = await manager.SayAsync("training scenarios");
        var found = await manager.FillAsync(list.Button("Search"), new() { ["words"] = words });
        return await manager.FillAsync(
            CardReader.Actions(found).First(action => action.GetProperty("verb").GetString() == "training-scenario")
        );
    }

    /// <summary>Returns the value of a choice by the beginning of its title.</summary>
    public static string Choice(JsonElement card, string input, string title) =>
        Input(card, input)
            .GetProperty("choices")
            .EnumerateArray()
            .First(choice => choice.GetProperty("title").GetString()!.StartsWith(title, StringComparison.Ordinal))
            .GetProperty("value")
            .GetString()!;

    public static JsonElement Input(JsonElement card, string id) =>
        CardReader.Nodes(card).Single(node => node.TryGetProperty("label", out _) && node.GetProperty("id").GetString() == id);

    /// <summary>Returns what is written in an input; null for nothing.</summary>
    public static string? Value(JsonElement card, string id) =>
        Input(card, id).TryGetProperty("value", out var value) ? value.GetString() : null;

    public static JsonObject Filled(JsonElement form, params (string Field, string? Answer)[] changes)
    {
        var answers = new JsonObject
        {
            ["clause"] = Input(form, "clause").ToString().Contains(Workplace, StringComparison.Ordinal)
                ? Choice(form, "clause", Workplace)
                : "",
            ["text"] = "Kim takes a photo of the new waiting room for Facebook. A patient list is on the desk.",
            ["option0"] = "Post it, because the list is small",
            ["option1"] = "Take it again without the list",
            ["option2"] = "",
            ["option3"] = "",
            ["right"] = "1",
            ["why"] = "What is on a desk can give a patient away.",
            ["audience"] = "all",
        };
        foreach (var (field, answer) in changes)
        {
            answers[field] = answer;
        }

        return answers;
    }
}
