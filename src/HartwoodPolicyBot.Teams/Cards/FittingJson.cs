using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AdaptiveCards;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Teams.Cards;

/// <summary>
/// Writes what goes to Teams as JSON: messages, edits, and the answers to clicks. If it is too large, the texts of its card are
/// shortened until it fits. Every card goes through here, so no card has to measure itself; a list with many rows has pages.
/// </summary>
public static class FittingJson
{
    /// <summary>The most characters of a text, from the first try to the last.</summary>
    private static readonly int[] Lengths = [2500, 1200, 600, 300, 150, 80];

    /// <summary>Begins each half of a character outside the Basic Multilingual Plane.</summary>
    private const string Escape = "\\uD";

    private const int HexDigits = 4;

    public static string Write(TeamsActivity message) => Write(message, TeamsJson.Wire.TeamsActivity, CardIn(message));

    /// <summary>Writes a message as it goes over the wire. Most fit as they are, and are written once.</summary>
    public static byte[] WriteUtf8(TeamsActivity message)
    {
        var utf8 = JsonSerializer.SerializeToUtf8Bytes(message, TeamsJson.Wire.TeamsActivity);
        return utf8.Length < CardLimit.AdvisedBytes && utf8.AsSpan().IndexOf("\\uD"u8) < 0 ? utf8 : Encoding.UTF8.GetBytes(Write(message));
    }

    public static string Write(NewConversation parameters) =>
        Write(parameters, TeamsJson.Wire.NewConversation, parameters.Activity is { } message ? CardIn(message) : null);

    /// <summary>Writes the body of an <see cref="InvokeAnswer"/>.</summary>
    public static string WriteBody(object body) =>
        body switch
        {
            CardActionAnswer { Value: AdaptiveCard card } answer => Write(
                answer,
                TeamsJson.Wire.CardActionAnswer,
                new(card, shorter => answer.Value = shorter)
            ),
            SearchAnswer { ComposeExtension.Attachments: { } results } answer => Write(answer, results),
            DialogAnswer { Task.Value.Card: { } shown } answer => Write(answer, TeamsJson.Wire.DialogAnswer, CardIn(shown)),
            _ => JsonSerializer.Serialize(body, body.GetType(), TeamsJson.Wire),
        };

    /// <summary>Writes the results of a search, of which each card must be one that every client shows.</summary>
    private static string Write(SearchAnswer answer, IList<SearchResult> results)
    {
        foreach (var result in results)
        {
            _ = Write(result.Content, TeamsJson.Wire.AdaptiveCard, new(result.Content, shorter => result.Content = shorter));
        }

        return Unescaped(JsonSerializer.Serialize(answer, TeamsJson.Wire.SearchAnswer));
    }

    private static Place? CardIn(TeamsActivity message) => message.Attachments is [var only] ? CardIn(only) : null;

    private static Place? CardIn(MessageAttachment attachment) =>
        attachment.Content is AdaptiveCard card ? new(card, shorter => attachment.Content = shorter) : null;

    /// <summary>
    /// Writes the first version that every client shows. If there is none, writes the first one that Teams takes. If there is none
    /// either, what is returned is refused before it is sent.
    /// </summary>
    private static string Write<T>(T content, JsonTypeInfo<T> type, Place? place)
    {
        var json = Unescaped(JsonSerializer.Serialize(content, type));
        if (place is null || CardLimit.IsShort(json))
        {
            return json;
        }

        var allowed = CardLimit.Allows(json) ? json : null;
        foreach (var longest in Lengths)
        {
            place.Put(place.Card.Shortened(longest));
            json = Unescaped(JsonSerializer.Serialize(content, type));
            if (CardLimit.IsShort(json))
            {
                return json;
            }

            allowed ??= CardLimit.Allows(json) ? json : null;
        }

        return allowed ?? json;
    }

    /// <summary>Writes emoji as they are: the serializer writes 12 characters for each, and Teams counts characters.</summary>
    private static string Unescaped(string json)
    {
        if (!json.Contains(Escape, StringComparison.Ordinal))
        {
            return json;
        }

        var written = new StringBuilder(json.Length);
        for (var at = 0; at < json.Length; at++)
        {
            if (json[at] != '\\')
            {
                written.Append(json[at]);
            }
            else if (json.AsSpan(at).StartsWith(Escape, StringComparison.Ordinal))
            {
                // The serializer writes both halves, one after the other.
                written.Append((char)int.Parse(json.AsSpan(at + 2, HexDigits), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                at += HexDigits + 1;
            }
            else
            {
                written.Append(json[at]).Append(json[++at]);
            }
        }

        return written.ToString();
    }

    /// <summary>Represents a card, and how to put another in its place.</summary>
    private sealed record Place(AdaptiveCard Card, Action<AdaptiveCard> Put);
}
