using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Makes the list of facts on an incident's card.</summary>
internal static class IncidentFacts
{
    private const int LongestUnbroken = 24;

    public static IEnumerable<AdaptiveFact> Of(Incident incident, IncidentCardCuts cuts)
    {
        yield return new("Where", incident.Platform ?? "Not said");
        yield return new("Account", IncidentWords.Of(incident.Account));
        if (incident.Link is { } link)
        {
            yield return new("Link", LinkText(link));
        }

        yield return new("Still visible", IncidentWords.Of(incident.StillVisible));
        yield return new("Patient recognisable", IncidentWords.Of(incident.PatientRecognisable));
        yield return new("Came up by", IncidentWords.Of(incident.Source));
        foreach (
            var (name, value) in new[]
            {
                ("Happened", incident.HappenedOn is { } happened ? PracticeTime.Text(happened) : null),
                ("Noticed", incident.NoticedOn is { } noticed ? PracticeTime.Text(noticed) : null),
                ("Done already", incident.AlreadyDone is { } done ? IncidentCardCuts.Of(done, cuts.Text) : null),
                ("Taken on by", incident.OwnerName),
                ("Grade", incident.Grade?.ToString()),
                (
                    "Goes on to",
                    incident.Flags == Referral.None ? null : string.Join(", ", IncidentWords.In(incident.Flags).Select(IncidentWords.Of))
                ),
            }
        )
        {
            if (value is not null)
            {
                yield return new(name, value);
            }
        }
    }

    /// <summary>
    /// Returns where the link leads, as a link to tap: a phone can't break a long address over lines and would cut it off.
    /// Characters that could end the link early are encoded. If masking has made the link unusable, it is shown as text.
    /// </summary>
    private static CardText LinkText(string link)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out var address) || link.Contains('[', StringComparison.Ordinal))
        {
            return Broken(link);
        }

        var target = string.Concat(
            address.AbsoluteUri.Select(letter =>
                letter is '(' or ')' or '[' or ']' or '<' or '>' or '*' or '_' or '\\' or '"' ? Uri.HexEscape(letter) : $"{letter}"
            )
        );
        var host = Excerpt.Of(address.Host, LongestUnbroken);
        return CardText.Formatted($"[{CardText.Escape(host)} (in your browser)]({target})");
    }

    /// <summary>Returns a link as text in pieces that a phone can break over lines.</summary>
    public static string Broken(string link) => string.Join(' ', link.Chunk(LongestUnbroken).Select(part => new string(part)));
}
