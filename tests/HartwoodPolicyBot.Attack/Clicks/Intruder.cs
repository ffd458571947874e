using System.Text.Json.Nodes;
using HartwoodPolicyBot.Attack.Common;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Storage.TakenOver;

namespace HartwoodPolicyBot.Attack.Clicks;

/// <summary>Is somebody who presses buttons that are not theirs, and the place from where.</summary>
/// <param name="Name">Who it is, in the table.</param>
/// <param name="Chat">Where they are.</param>
internal sealed record Intruder(string Name, Chat Chat)
{
    private const string StaffId = "44444444-dddd-4000-8000-000000000001";
    private const string OtherTenant = "ffffffff-bbbb-cccc-dddd-eeeeeeeeeeee";

    /// <summary>Says which of the buttons are forbidden to them, in this place.</summary>
    public Func<RecordedClick, bool> IsForbidden { get; init; } = _ => true;

    /// <summary>Changes the click before it is sent.</summary>
    public Action<JsonObject> Change { get; init; } = _ => { };

    /// <summary>The status that every request must have; null if the answer may say it.</summary>
    public int? Status { get; init; }

    /// <summary>Says whether ids of other cards are tried as well.</summary>
    public bool TriesOtherIds { get; init; }

    public string Id => Chat.Person[3..];

    /// <param name="bot">The bot that is attacked.</param>
    /// <param name="incidentCard">The message in the incidents channel in which an incident stands.</param>
    /// <param name="aboutManager">Says whether a click concerns a report about the practice manager.</param>
    public static IReadOnlyList<Intruder> All(AttackedBot bot, string incidentCard, Func<RecordedClick, bool> aboutManager)
    {
        var thread = $"{TakenOverBot.Channel};messageid={incidentCard}";
        return
        [
            new("staff, in their own chat", In(bot, "personal", "a:staff")) { TriesOtherIds = true },
            new("staff, in a group chat", In(bot, "groupChat", "19:others@thread.v2")),
            new("staff, in a chat of two", In(bot, "personal", $"19:{StaffId}_{TakenOverBot.Manager}@unq.gbl.spaces")),
            new("staff, in another channel", In(bot, "channel", "19:other@thread.tacv2;messageid=1")),
            new("staff, in the incidents channel", In(bot, "channel", thread)) { TriesOtherIds = true },
            new("staff, with an incident's card under another verb", In(bot, "channel", thread))
            {
                Change = activity => AsReply(activity, incidentCard),
            },
            new("another tenant", In(bot, "personal", "a:elsewhere")) { Change = FromOtherTenant, Status = 403 },
            new("the practice manager, with a copied card in another channel", ManagerIn(bot, "19:other@thread.tacv2;messageid=1"))
            {
                IsForbidden = click => click.IsInChannel && click.Verb.StartsWith("incident-", StringComparison.Ordinal),
            },
            new("the practice manager, who is the subject of the report", bot.Person("margaret")) { IsForbidden = aboutManager },
            new("the same, in the incidents channel", ManagerIn(bot, thread)) { IsForbidden = aboutManager },
        ];
    }

    private static Chat In(AttackedBot bot, string kind, string conversation) =>
        new(bot, kind)
        {
            Person = $"29:{StaffId}",
            Conversation = conversation,
            Name = "Robin Marsh",
        };

    private static Chat ManagerIn(AttackedBot bot, string conversation) => bot.InChannel(conversation);

    private static void FromOtherTenant(JsonObject activity)
    {
        activity["conversation"]!["tenantId"] = OtherTenant;
        activity["channelData"]!["tenant"]!["id"] = OtherTenant;
    }

    /// <summary>Sends the click as an older client does: as a message that answers a card.</summary>
    private static void AsReply(JsonObject activity, string card)
    {
        activity["type"] = "message";
        activity["value"] = activity["value"]!["action"]!["data"]!.DeepClone();
        activity.Remove("name");
        activity["replyToId"] = card;
    }
}
