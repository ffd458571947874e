using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.PolicySignOff;

namespace HartwoodPolicyBot.Tests.Cards;

/// <summary>The cards of policies, people and training stay small with many of them and long names, and lead to the rest.</summary>
public sealed class LongestPolicyCardTests : IDisposable
{
    private const int Policies = 25;
    private readonly string folder = Directory.CreateTempSubdirectory("policies").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Many_long_policies_are_listed_read_and_chosen_page_by_page()
    {
        await using var practice = await OpenAsync();
        var priya = practice.Personal("priya");
        var manager = practice.Personal(Practice.ManagerId);

        var sections = LongestCards.Fits(await priya.SayAsync("policy"));
        Assert.Contains("Page 1 of 2.", CardReader.Texts(sections));
        var rest = await priya.TapAsync(sections, "Next page");
        Assert.Contains("Page 2 of 2.", CardReader.Texts(rest));
        var section = LongestCards.Fits(
            await priya.ExecuteAsync(CardReader.Button(sections, LongestCards.RowBeginning(sections, "Rules 0")))
        );
        Assert.Contains(CardReader.Texts(section), text => text.EndsWith("(more in the policy: tap Open)", StringComparison.Ordinal));

        var mine = LongestCards.Fits(await priya.SayAsync("my policies"));
        Assert.Contains("Page 1 of 4.", CardReader.Texts(mine));
        Assert.Contains("Page 2 of 4.", CardReader.Texts(await priya.TapAsync(mine, "Next page")));

        var choose = LongestCards.Fits(await manager.SayAsync("who has read"));
        choose = await manager.TapAsync(choose, "Next page");
        Assert.Contains("Page 2 of 2.", CardReader.Texts(choose));
        await manager.TapAsync(choose, LongestCards.RowBeginning(choose, "Policy 24"));
        LongestCards.Fits(await manager.SayAsync("status"));
    }

    [Fact]
    public async Task A_reminder_of_many_policies_and_much_training_shows_a_few_and_leads_to_the_rest()
    {
        await using var practice = await OpenAsync();
        var manager = practice.Personal(Practice.ManagerId);
        var priya = await SignOffTestHost.InstallAsync(practice.Bot, LongestCards.Text(StaffMember.LongestName));
        foreach (var number in Enumerable.Range(0, 8))
        {
            var choose = await manager.SayAsync("ask everyone to read");
            var offer = await manager.TapAsync(choose.Card, LongestCards.RowBeginning(choose.Card, $"Policy {number:00}"));
            await manager.TapAsync(offer, "Send to everyone");
            practice.Bot.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await SignOffTestHost.PlanAsync(practice);

        var card = LongestCards.Fits(SignOffTestHost.CardOf(priya));
        Assert.Contains("See 2 more in my policies", SignOffTestHost.Titles(card));
        LongestCards.Fits(await priya.ExecuteAsync(CardReader.Button(card, "See 2 more in my policies")));
        await LongestCards.AllFitAsync(practice);
    }

    [Fact]
    public async Task Everybody_with_training_can_be_found_also_those_who_have_left()
    {
        await using var practice = await Practice.OpenAsync();
        await practice.Bot.ChangeAsync(database =>
        {
            database.StaffMembers.AddRange(
                Enumerable
                    .Range(0, 50)
                    .Select(number => new StaffMember
                    {
                        PersonId = $"person{number:00}",
                        Name = $"{number:00} {LongestCards.Text(StaffMember.LongestName - 3)}",
                        NotedAt = practice.Bot.Time.GetUtcNow(),
                        SetAsideAt = number < 25 ? practice.Bot.Time.GetUtcNow() : null,
                    })
            );
            return Task.CompletedTask;
        });
        var manager = practice.Personal(Practice.ManagerId);

        var status = LongestCards.Fits(await manager.SayAsync("training status"));
        Assert.Contains(CardReader.Texts(status), text => text.StartsWith("Page 1 of 3. ", StringComparison.Ordinal));
        await manager.TapAsync(status, "Next page");
        var leavers = await manager.TapAsync(status, "See leavers");
        Assert.Contains("Page 1 of 3.", CardReader.Texts(leavers));
        leavers = await manager.TapAsync(await manager.TapAsync(leavers, "Next page"), "Next page");
        await manager.TapAsync(leavers, LongestCards.RowBeginning(leavers, "24 "));
        Assert.Contains("Bring back", SignOffTestHost.Titles(manager.Body.GetProperty("value")));
    }

    [Fact]
    public async Task Much_training_that_is_due_is_cut_and_my_data_has_the_rest()
    {
        await using var practice = await Practice.OpenAsync();
        var priya = practice.Personal("priya");
        await priya.SayAsync("training");
        await practice.Bot.ChangeAsync(database =>
        {
            database.TrainingAssignments.AddRange(
                Enumerable
                    .Range(0, 8)
                    .Select(number => new TrainingAssignment
                    {
                        Id = Guid.NewGuid(),
                        Key = $"assigned:{number}",
                        PersonId = "priya",
                        Kind = AssignmentKind.Assigned,
                        Reason = LongestCards.Text(TrainingAssignment.LongestReason),
                        AssignedOn = new(2026, 11, 1),
                        DueOn = new DateOnly(2026, 11, 10).AddDays(number),
                    })
            );
            return Task.CompletedTask;
        });

        var card = LongestCards.Fits(await priya.SayAsync("my training"));

        Assert.Equal("See 3 more in my data", CardReader.Button(card, "See 3 more in my data").GetProperty("title").GetString());
        LongestCards.Fits(await priya.SayAsync("my data"));
    }

    private async Task<Practice> OpenAsync()
    {
        foreach (var number in Enumerable.Range(0, Policies))
        {
            var rule = number == 0 ? string.Concat(Enumerable.Repeat("Staff keep to all of this, ", 2000)) : "Staff keep to this";
            var text =
                $"---\ntitle: Policy {number:00} {new string('t', 80)}\nversion: 1\nowner: unknown\n---\n\n"
                + $"## Rules {number} {LongestCards.Text(120)}\n\n{rule}.\n\n## Badges\n\nStaff wear a badge.\n";
            await File.WriteAllTextAsync(Path.Combine(folder, $"policy{number:00}.md"), text);
        }

        return await Practice.OpenAsync(settings: ("Policies:Folder", folder));
    }
}
