using HartwoodPolicyBot.Tests.Incidents;

namespace HartwoodPolicyBot.Tests.Monitoring;

/// <summary>The evidence pack says who signed off which version of a policy, and holds each version word for word.</summary>
public sealed class EvidencePolicyTests
{
    [Fact]
    public async Task The_pack_says_who_had_signed_off_which_version_by_the_end_of_the_period()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(EvidencePackFiles.Person(practice, "Priya Shah"));
        await practice.Bot.ReadAsync(async database =>
        {
            database.PolicyReadings.AddRange(
                Reading("Asked Before", MonitoringTestHost.At(11, 20), MonitoringTestHost.At(11, 21)),
                Reading("Not Yet", MonitoringTestHost.At(11, 20), null),
                Reading("Read After", MonitoringTestHost.At(11, 20), MonitoringTestHost.At(12, 1, 0)),
                Reading("Asked After", MonitoringTestHost.At(12, 1, 0), MonitoringTestHost.At(12, 2), "9 (ffffffffffff)")
            );
            database.TrainingAttempts.Add(
                new()
                {
                    Id = Guid.NewGuid(),
                    PersonId = "trained",
                    PersonName = "Trained",
                    Number = 1,
                    PolicyName = "Social media policy, version 1",
                    PolicyVersion = "1 (aaaaaaaaaaaa)",
                    Plan = "a.0",
                    StartedAt = MonitoringTestHost.At(11, 20),
                    FinishedAt = MonitoringTestHost.At(11, 20),
                    State = Core.Training.AttemptState.Passed,
                }
            );
            return await database.SaveChangesAsync();
        });

        var files = await EvidencePackFiles.FetchAsync(practice);
        var rows = new Spreadsheet(files["evidence.xlsx"]).Rows("Who has read the policy").Skip(1);

        Assert.Equal([("Asked Before", "#2026-11-21 12:00"), ("Not Yet", ""), ("Read After", "")], rows.Select(row => (row[2], row[4])));

        // The policy texts that the pack names but does not hold are listed once each, with what to do about them.
        var policies = new Spreadsheet(files["evidence.xlsx"]).Rows("Policies").Skip(1).ToList();
        Assert.Equal("policy-social-media.md", policies[0][4]);
        Assert.Equal(
            [
                ("Social media policy", "Not stated", "0123456789ab", "Not included"),
                ("Social media policy, version 1", "1", "aaaaaaaaaaaa", "Not included"),
            ],
            policies.Skip(1).Select(row => (row[0], row[1], row[3], row[4]))
        );
        Assert.Contains("Where no file is named, add the text", EvidencePackFiles.Read(files["evidence.docx"]), StringComparison.Ordinal);

        static Core.PolicySignOff.SignOff Reading(
            string name,
            DateTimeOffset asked,
            DateTimeOffset? read,
            string version = "not stated (0123456789ab)"
        ) =>
            new()
            {
                Id = Guid.NewGuid(),
                PersonId = name,
                PersonName = name,
                PolicySlug = "social-media",
                PolicyTitle = "Social media policy",
                PolicyVersion = version,
                AskedAt = asked,
                ReadAt = read,
            };
    }

    [Fact]
    public async Task The_pack_holds_the_policy_word_for_word()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(EvidencePackFiles.Person(practice, "Priya Shah"));

        var text = EvidencePackFiles.Text((await EvidencePackFiles.FetchAsync(practice))["policy-social-media.md"]);

        var source = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Content", "Policies", "social-media.md"))
            .SkipWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.Length > 0)
            .ToList();
        Assert.True(source.Count > 50);
        Assert.All(source, line => Assert.Contains(line, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pack_holds_an_earlier_version_that_staff_signed_off_word_for_word()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(EvidencePackFiles.Person(practice, "Priya Shah"));
        await practice.Bot.ReadAsync(async database =>
        {
            database.PublishedPolicies.Add(new() { Slug = "complaints", OutOfUseAt = MonitoringTestHost.At(11, 22) });
            database.PolicyVersions.Add(
                new()
                {
                    Id = Guid.NewGuid(),
                    PolicySlug = "complaints",
                    Number = 1,
                    Title = "Complaints policy",
                    StatedVersion = "2",
                    Fingerprint = "bbbbbbbbbbbb",
                    Markdown = "---\ntitle: Complaints policy\n---\n\n## Whom to tell\n\nTell the practice manager on the same day.\n",
                }
            );
            database.PolicyReadings.Add(
                new()
                {
                    Id = Guid.NewGuid(),
                    PersonId = "asked",
                    PersonName = "Asked Before",
                    PolicySlug = "complaints",
                    PolicyTitle = "Complaints policy",
                    PolicyVersion = "2 (bbbbbbbbbbbb)",
                    AskedAt = MonitoringTestHost.At(11, 20),
                }
            );
            return await database.SaveChangesAsync();
        });

        var files = await EvidencePackFiles.FetchAsync(practice);

        var row = new Spreadsheet(files["evidence.xlsx"]).Rows("Policies").Single(row => row[0] == "Complaints policy");
        Assert.Equal(("2", "bbbbbbbbbbbb", "policy-complaints-bbbbbbbbbbbb.md"), (row[1], row[3], row[4]));
        var text = EvidencePackFiles.Text(files["policy-complaints-bbbbbbbbbbbb.md"]);
        Assert.Contains("## Whom to tell", text, StringComparison.Ordinal);
        Assert.Contains("Tell the practice manager on the same day.", text, StringComparison.Ordinal);
    }
}
