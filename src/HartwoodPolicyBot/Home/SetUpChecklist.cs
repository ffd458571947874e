using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Home;

/// <summary>Describes a step of setting the bot up.</summary>
/// <param name="Id">Its id, which the row on the card carries.</param>
/// <param name="ToDo">What is to be done, as a row to tap.</param>
/// <param name="Done">What is set, in a few words.</param>
/// <param name="IsDone">Whether it is done.</param>
/// <param name="How">How to do it, a paragraph each.</param>
internal sealed record SetUpStep(string Id, string ToDo, string Done, bool IsDone, params IReadOnlyList<string> How);

/// <summary>Lists the steps of setting the bot up, and which of them are done.</summary>
internal sealed class SetUpChecklist(
    ChannelLookup channels,
    ChannelOptions options,
    StaffOptions staff,
    PolicyLibrary library,
    TeamRoster roster
)
{
    public const string HowToChooseChannel =
        "Add me to a team. Go to the channel that should get reports and questions, @mention me and write “use this channel”.";

    private const int MostNames = 20;

    /// <param name="joining">Who is adding the bot at this moment; null for nobody.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    public async Task<IReadOnlyList<SetUpStep>> StepsAsync(PersonId? joining, CancellationToken cancellationToken)
    {
        var hasChannel = await channels.FindAsync(Recipient.IncidentsChannel, cancellationToken) is not null;
        return
        [
            new(
                "channel",
                "Choose a channel for reports",
                "the channel",
                hasChannel,
                HowToChooseChannel,
                "Until then I send reports and questions to you here."
            ),
            new(
                "speak-up",
                "Say who gets reports about you",
                "who gets reports about you",
                options.HasSpeakUpWay,
                $"A report about a practice manager or a deputy must go to someone else. At the moment I tell staff to go to "
                    + $"{options.SpeakUpInstead}.",
                "Ask the person who runs me to set Incidents:SpeakUpPerson or Incidents:SpeakUpChannel."
            ),
            new(
                "deputy",
                "Name a deputy",
                "a deputy",
                staff.Deputies.Count > 0,
                "A deputy can do what you can while you're away. They can't deal with anything about themselves.",
                "Ask the person who runs me to add their Entra object id to Staff:Deputies."
            ),
            .. library.Documents.Select(Policy),
            await PeopleAsync(hasChannel, joining, cancellationToken),
        ];
    }

    private static SetUpStep Policy(PolicyDocument policy)
    {
        var missing = (policy.Version, policy.ReviewBy) switch
        {
            (null, null) => "version and review date",
            (null, _) => "version",
            _ => "review date",
        };
        var states = missing.Replace(" and ", " and no ", StringComparison.Ordinal);
        return new(
            $"policy/{policy.Slug}",
            $"Add the {missing} of the {policy.Title}",
            $"the version and review date of the {policy.Title}",
            policy is { Version: not null, ReviewBy: not null },
            $"Staff and inspectors will ask which version they're reading. The {policy.Title} states no {states}.",
            "Drop the policy's file into this chat. I'll show you what I read, and you can add both before you publish it."
        );
    }

    private async Task<SetUpStep> PeopleAsync(bool hasChannel, PersonId? joining, CancellationToken cancellationToken)
    {
        const string done = "everyone has added me";
        if (!hasChannel)
        {
            return new(
                "people",
                "See who hasn't added me",
                done,
                IsDone: false,
                "I'll know once you've chosen a channel. I'll then compare the people in it with the people who've added me."
            );
        }

        if (await roster.NotAddedAsync(joining, cancellationToken) is not { } missing)
        {
            return new(
                "people",
                "See who hasn't added me",
                done,
                IsDone: false,
                "Teams didn't tell me who is in the channel. Please try again in a few minutes."
            );
        }

        var shown = missing.Take(MostNames).ToList();
        return new(
            "people",
            missing.Count == 1 ? "1 person hasn't added me" : $"{missing.Count} people haven't added me",
            done,
            missing.Count == 0,
            [
                "They're in the incidents channel, but haven't added me. I can't give them training or ask them to read a policy.",
                .. shown,
                .. missing.Count > shown.Count ? (string[])[$"And {missing.Count - shown.Count} more."] : [],
                "Ask them to find me in Teams under Apps and tap Add. The person who looks after Teams can also add me for everyone.",
            ]
        );
    }
}
