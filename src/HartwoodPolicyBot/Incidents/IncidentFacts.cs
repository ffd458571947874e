using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Makes the list of facts on an incident's card.</summary>
internal static class IncidentFacts
{
    private const int LongestUnbroken = 24;

    /// <summary>Returns a line for each fact, with a link to tap at the end.</summary>
    public static IEnumerable<AdaptiveElement> Of(Incident incident)
    {
        var address = AddressOf(incident.Link);
        return
        [
            .. new (string Title, string? Value)[]
            {
                ("Where", incident.Platform ?? "Not said"),
                ("Whose account", IncidentWords.Of(incident.Account)),
                ("Link", address is null && incident.Link is { } link ? Broken(link) : null),
                ("Still online", IncidentWords.Of(incident.StillVisible)),
                ("Patient could be recognised", IncidentWords.Of(incident.PatientRecognisable)),
                ("How it came to light", IncidentWords.Of(incident.Source)),
                ("Happened", incident.HappenedOn is { } happened ? PracticeTime.Text(happened) : null),
                ("Noticed", incident.NoticedOn is { } noticed ? PracticeTime.Text(noticed) : null),
                ("Done so far", incident.AlreadyDone),
                ("Dealt with by", incident.OwnerName),
                ("Risk rating", incident.Grade?.ToString()),
                (
                    "Who else needs to know",
                    incident.Flags == Referral.None ? null : string.Join(", ", IncidentWords.In(incident.Flags).Select(IncidentWords.Of))
                ),
            }
                .Where(fact => fact.Value is not null)
                .Select((fact, place) => AdaptiveRichTextBlock.Labelled(fact.Title, fact.Value!, place == 0 ? null : "Small")),
            .. address is null ? Array.Empty<AdaptiveElement>() : [new AdaptiveTextBlock(LinkTo(address)) { Spacing = "Small" }],
        ];
    }

    /// <summary>Returns the address of a link; null if masking has made the link unusable.</summary>
    private static Uri? AddressOf(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && !link.Contains('[', StringComparison.Ordinal)
            ? address
            : null;

    /// <summary>
    /// Returns a link that shows where it leads: a phone can't break a long address over lines and would cut it off. Characters
    /// that could end the link early are encoded.
    /// </summary>
    private static CardText LinkTo(Uri address)
    {
        var target = string.Concat(
            address.AbsoluteUri.Select(letter =>
                letter is '(' or ')' or '[' or ']' or '<' or '>' or '*' or '_' or '\\' or '"' ? Uri.HexEscape(letter) : $"{letter}"
            )
        );
        return CardText.Formatted($"[Open {Excerpt.Of(address.IdnHost, LongestUnbroken)} in browser]({target})");
    }

    /// <summary>Returns a link as text in pieces that a phone can break over lines.</summary>
    public static string Broken(string link) => string.Join(' ', link.Chunk(LongestUnbroken).Select(part => new string(part)));
}
