using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.PictureChecks;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Start;
using HartwoodPolicyBot.Teams.Authentication;
using HartwoodPolicyBot.Teams.Connector;
using HartwoodPolicyBot.Teams.Files;
using HartwoodPolicyBot.Web;
using Microsoft.Extensions.Configuration;

namespace HartwoodPolicyBot.Tests;

public sealed class SettingsTests
{
    private static readonly (string Section, Type Options)[] Sections =
    [
        ("", typeof(BotIdentity)),
        ("Teams:Connector", typeof(ConnectorOptions)),
        ("Teams:Files", typeof(TeamsFileOptions)),
        ("Storage", typeof(StorageOptions)),
        ("Policies", typeof(PolicyOptions)),
        ("Privacy", typeof(PrivacyOptions)),
        ("Web", typeof(WebOptions)),
        ("Bot", typeof(BotOptions)),
        ("Staff", typeof(StaffOptions)),
        ("Incidents", typeof(ChannelOptions)),
        ("Incidents", typeof(FollowUpOptions)),
        ("Delivery", typeof(DeliveryOptions)),
        ("Pictures", typeof(PictureOptions)),
        ("Training", typeof(TrainingOptions)),
        ("Start", typeof(StartOptions)),
    ];

    private static IConfigurationRoot Sample =>
        new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.sample.json")).Build();

    [Fact]
    public void The_sample_shows_every_key_that_the_bot_reads()
    {
        var shown = Sample.AsEnumerable().Select(entry => entry.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);

        var read = Sections.SelectMany(section =>
            section
                .Options.GetProperties()
                .Where(property => property.CanWrite && !property.GetMethod!.IsStatic)
                .Select(property => section.Section.Length == 0 ? property.Name : $"{section.Section}:{property.Name}")
        );

        Assert.All(read, key => Assert.Contains(key, shown));
    }

    [Fact]
    public void The_sample_shows_no_key_that_nobody_reads()
    {
        string[] others = ["Logging", "AllowedHosts", "Playground"];
        var known = Sections
            .SelectMany(section =>
                section
                    .Options.GetProperties()
                    .Select(property => section.Section.Length == 0 ? property.Name : $"{section.Section}:{property.Name}")
            )
            .ToList();

        var leaves = Sample
            .AsEnumerable()
            .Where(entry => entry.Value is not null && !others.Contains(entry.Key.Split(':')[0]))
            .Select(entry => entry.Key)
            .ToList();

        Assert.NotEmpty(leaves);
        Assert.All(
            leaves,
            key =>
                Assert.Contains(
                    known,
                    name =>
                        key.Equals(name, StringComparison.OrdinalIgnoreCase)
                        || key.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)
                )
        );
    }

    [Fact]
    public void Each_section_of_the_sample_binds()
    {
        foreach (var (section, options) in Sections)
        {
            var source = section.Length == 0 ? (IConfiguration)Sample : Sample.GetSection(section);
            Assert.NotNull(source.Get(options));
        }
    }
}
