using System.Text.Json;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>Compares each incident card in each state with the approved one, and with the rules of Teams.</summary>
public sealed class IncidentCardTests(IncidentCards cards) : IClassFixture<IncidentCards>
{
    public static TheoryData<string> Names =>
        [
            "form",
            "form-prefilled",
            "form-errors",
            "check",
            "check-nothing-hidden",
            "check-asks",
            "check-asks-again",
            "cancelled",
            "receipt",
            "receipt-anonymous",
            "receipt-channel",
            "go-to",
            "come-to-me",
            "my-reports",
            "own-report",
            "own-report-closed",
            "add-form",
            "withdraw-form",
            "incident-new",
            "incident-acknowledged",
            "incident-under-review",
            "incident-actions-open",
            "incident-closed",
            "incident-second",
            "incident-withdrawn",
            "incident-more",
            "step-note",
            "step-details",
            "step-grade",
            "step-pass-on",
            "step-actions",
            "step-deadline",
            "step-close",
            "step-close-at-once",
            "not-ready-to-close",
            "timeline",
            "incident-list",
            "step-reopen",
            "told",
            "told-closed",
            "no-channel",
            "no-channel-before",
            "reminder-breach",
            "reminder-complaint",
            "reminder-new",
            "status",
            "status-given-up",
            "given-up",
            "channel-chosen",
            "not-allowed",
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_incident_card_is_the_approved_one(string name)
    {
        var card = cards.All[name];

        CardRules.Hold(card);
        InputRules.Hold(card);
        Approved.Card(name, card);
    }
}

/// <summary>Checks the rules that every input must keep. Sources: Adaptive Cards input validation; WCAG labels.</summary>
internal static class InputRules
{
    public static void Hold(JsonElement card)
    {
        foreach (
            var input in CardReader
                .Nodes(card)
                .Where(node =>
                    node.TryGetProperty("type", out var type) && type.GetString()!.StartsWith("Input.", StringComparison.Ordinal)
                )
        )
        {
            Assert.NotEmpty(input.GetProperty("label").GetString()!);
            Assert.True(!input.TryGetProperty("isRequired", out _) || input.GetProperty("errorMessage").GetString()!.Length > 0);
            Assert.True(input.GetProperty("type").GetString() != "Input.Text" || input.GetProperty("maxLength").GetInt32() > 0);
        }
    }
}
