using System.Text.Json;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HartwoodPolicyBot.Tests.PolicySignOff.SignOffTestHost;

namespace HartwoodPolicyBot.Tests.PolicySignOff;

/// <summary>Sign-off rounds are tested with several policies, with one that changes, and with one that has no brief.</summary>
public sealed class SignOffPoliciesTests
{
    [Fact]
    public async Task A_policy_without_a_brief_is_quoted_from_its_start_and_the_manager_is_told_before_sending()
    {
        var folder = Directory.CreateTempSubdirectory("policies").FullName;
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Content/Policies/social-media.md"), Path.Combine(folder, "social-media.md"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "dress.md"),
            "---\ntitle: Dress code policy\nversion: 1\nowner: unknown\n---\n\n## Uniform\n\nStaff wear: \n\n- the "
                + "uniform.\n\n## Badges\n\nStaff wear a badge. It shows their name.\n"
        );
        await using var practice = await Practice.OpenAsync(settings: ("Policies:Folder", folder));
        var priya = await InstallAsync(practice.Bot, "Priya Shah");
        var manager = practice.Personal(Practice.ManagerId);
        var choose = await manager.SayAsync("send the policy round");

        var other = await manager.FillAsync(choose.Button("Social media policy"));
        Assert.DoesNotContain(CardReader.Texts(other), text => text.Contains("Content/Reading", StringComparison.Ordinal));
        var offer = await manager.FillAsync(choose.Button("Dress code policy"));
        CardRules.Hold(offer);
        Assert.Contains(CardReader.Texts(offer), text => text.Contains("Content/Reading", StringComparison.Ordinal));
        await manager.FillAsync(CardReader.Button(offer, "Send to everyone"));
        await PlanAsync(practice);

        var card = CardOf(priya);
        CardRules.Hold(card);
        Assert.Contains("It begins:", CardReader.Texts(card));
        Assert.Equal(
            ["Badges: “Staff wear a badge.”"],
            CardReader.Texts(card).Where(text => text.Contains(": “", StringComparison.Ordinal))
        );
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_old_card_of_a_changed_policy_shows_the_new_text_and_the_manager_is_told_once()
    {
        await using var database = await TestDatabase.CreateAsync(Core.Storage.StorageProvider.Sqlite);
        (string, string)[] settings = [("Storage:ConnectionString", database.ConnectionString)];
        JsonElement old;
        Chat priya;
        await using (var practice = await Practice.OpenAsync(settings: settings))
        {
            await practice.Personal(Practice.ManagerId).SayAsync("hi");
            priya = await InstallAsync(practice.Bot, "Priya Shah");
            await SendRoundAsync(practice);
            practice.Bot.Time.Advance(TimeSpan.FromDays(1));
            await PlanAsync(practice);
            old = CardOf(priya).Clone();
        }

        await using (var practice = await Practice.OpenAsync(settings: settings))
        {
            await Publishing.PublishAsync(
                practice.Bot,
                Publishing.SocialMedia.Replace("version: unknown", "version: 2", StringComparison.Ordinal)
            );
            var again = new Chat(practice.Bot, "personal") { Person = priya.Person, Conversation = priya.Conversation };
            var shown = await again.FillAsync(CardReader.Button(old, "Confirm I've read it"));
            CardRules.Hold(shown);
            Assert.Equal(SignOffRefusals.Outdated.Sentence, CardReader.Texts(shown)[0]);
            Assert.DoesNotContain("Confirm I've read it", Titles(shown));

            var manager = practice.Personal(Practice.ManagerId);
            await manager.SayAsync("hi");
            await PlanAsync(practice);
            await PlanAsync(practice);
            var told = Assert
                .Single(
                    manager.Sent,
                    sent => sent.Body.GetProperty("summary").GetString() == "The policy has changed since staff were asked to read it"
                )
                .Body.GetProperty("attachments")[0]
                .GetProperty("content");
            CardRules.Hold(told);
            var offer = await manager.FillAsync(CardReader.Button(told, "Ask everyone to read"));
            await manager.FillAsync(CardReader.Button(offer, "Send to everyone"));

            var now = await again.FillAsync(CardReader.Button(old, "Confirm I've read it"));
            Assert.Equal(SignOffRefusals.Outdated.Sentence, CardReader.Texts(now)[0]);
            await again.FillAsync(CardReader.Button(now, "Confirm I've read it"));
            var readings = await practice.Bot.ReadAsync(reading => reading.PolicyReadings.OrderBy(row => row.AskedAt).ToListAsync());
            Assert.Equal([true, false], readings.Select(row => row.ReadAt is null));
            Assert.StartsWith("2 (", readings[1].PolicyVersion, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_round_goes_on_after_a_minor_change_and_what_was_confirmed_stays_confirmed()
    {
        await using var practice = await Practice.OpenAsync();
        var (priya, sam) = (await InstallAsync(practice.Bot, "Priya Shah"), await InstallAsync(practice.Bot, "Sam Okafor"));
        await SendRoundAsync(practice);
        practice.Bot.Time.Advance(TimeSpan.FromDays(1));
        await PlanAsync(practice);
        await priya.FillAsync(CardReader.Button(CardOf(priya), "Confirm I've read it"));
        var open = CardOf(sam).Clone();

        await Publishing.PublishAsync(
            practice.Bot,
            Publishing.SocialMedia.Replace("version: unknown", "version: 1.1", StringComparison.Ordinal),
            isMinor: true
        );
        await PlanAsync(practice);

        var manager = practice.Personal(Practice.ManagerId);
        Assert.Contains((await manager.SayAsync("who has read")).Texts, text => text.Contains("1 of ", StringComparison.Ordinal));
        Assert.StartsWith(
            "Thank you",
            CardReader.Texts(await sam.FillAsync(CardReader.Button(open, "Confirm I've read it")))[0],
            StringComparison.Ordinal
        );
        Assert.Contains((await manager.SayAsync("who has read")).Texts, text => text.Contains("2 of ", StringComparison.Ordinal));
        Assert.Single(
            await practice.Bot.ReadAsync(reading => reading.PolicyReadings.Select(row => row.PolicyVersion).Distinct().ToListAsync())
        );
    }

    [Fact]
    public async Task With_several_policies_the_manager_chooses_one_and_one_message_asks_for_all_open_sign_offs()
    {
        var folder = Directory.CreateTempSubdirectory("policies").FullName;
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Content/Policies/social-media.md"), Path.Combine(folder, "social-media.md"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "other.md"),
            "---\ntitle: Other policy\nversion: 3\n---\n\n## A section\n\nA clause.\n"
        );
        await using var practice = await Practice.OpenAsync(settings: ("Policies:Folder", folder));
        var priya = await InstallAsync(practice.Bot, "Priya Shah");
        var manager = practice.Personal(Practice.ManagerId);
        foreach (var title in new[] { "Other policy", "Social media policy" })
        {
            var choice = await manager.SayAsync("send the policy round");
            CardRules.Hold(choice.Card);
            var offer = await manager.FillAsync(choice.Button(title));
            await manager.FillAsync(CardReader.Button(offer, "Send to everyone"));
        }

        practice.Bot.Time.Advance(TimeSpan.FromDays(1));
        var before = priya.Sent.Count;
        await PlanAsync(practice);

        Assert.Equal(before + 1, priya.Sent.Count);
        var card = CardOf(priya);
        CardRules.Hold(card);
        Assert.Contains("Read and confirm: Social media policy", Titles(card));
        var confirmed = await priya.FillAsync(CardReader.Button(card, "Confirm I've read it"));
        CardRules.Hold(confirmed);
        await priya.FillAsync(CardReader.Button(confirmed, "Confirm I've read it"));
        Assert.Equal("Nothing to read at the moment", (await priya.SayAsync("my policies")).Summary);
        Directory.Delete(folder, recursive: true);
    }
}
