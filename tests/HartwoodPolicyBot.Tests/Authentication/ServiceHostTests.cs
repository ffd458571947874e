using HartwoodPolicyBot.Teams.Authentication;

namespace HartwoodPolicyBot.Tests.Authentication;

public sealed class ServiceHostTests
{
    private static readonly string[] Listed = ["smba.trafficmanager.net", ".botframework.example"];

    [Theory]
    [InlineData("https://smba.trafficmanager.net/uk/")]
    [InlineData("https://SMBA.TrafficManager.NET/emea/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee/")]
    [InlineData("https://smba.trafficmanager.net:443/")]
    [InlineData("https://eu.botframework.example/")]
    [InlineData("https://a.b.botframework.example/")]
    public void A_listed_host_is_allowed(string serviceUrl) => Assert.True(Allows(serviceUrl));

    [Theory]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://evil.example@smba.trafficmanager.net/")]
    [InlineData("https://evil.example/smba.trafficmanager.net/")]
    [InlineData("https://evil.example#smba.trafficmanager.net")]
    [InlineData("https://evil.example?smba.trafficmanager.net")]
    [InlineData("https://evil-smba.trafficmanager.net/")]
    [InlineData("https://evil.smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://smba.trafficmanager.net./")]
    [InlineData("https://trafficmanager.net/")]
    [InlineData("https://botframework.example/")]
    [InlineData("https://evilbotframework.example/")]
    [InlineData("https://smbа.trafficmanager.net/")] // a Cyrillic а
    [InlineData("https://xn--smb-7cd.trafficmanager.net/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("ws://smba.trafficmanager.net/")]
    [InlineData("file://smba.trafficmanager.net/share")]
    [InlineData("javascript:alert(1)")]
    public void Another_host_or_scheme_is_not_allowed(string serviceUrl)
    {
        Assert.False(Allows(serviceUrl));
        Assert.False(Allows(serviceUrl, allowLoopback: true));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/uk/?next=")]
    [InlineData("https://smba.trafficmanager.net/uk/#x")]
    [InlineData("https://smba.trafficmanager.net/#x")]
    public void A_service_url_that_would_swallow_the_path_is_not_allowed(string serviceUrl) => Assert.False(Allows(serviceUrl));

    [Theory]
    [InlineData("http://localhost:56150/_connector")]
    [InlineData("http://127.0.0.1:3979/")]
    [InlineData("http://127.8.8.8/")]
    [InlineData("https://[::1]:8443/")]
    public void This_machine_is_allowed_only_without_credentials(string serviceUrl)
    {
        Assert.True(Allows(serviceUrl, allowLoopback: true));
        Assert.False(Allows(serviceUrl));
    }

    [Theory]
    [InlineData("http://169.254.169.254/metadata/identity/oauth2/token")]
    [InlineData("http://10.0.0.5/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://localhost.evil.example/")]
    [InlineData("http://127.0.0.1.evil.example/")]
    public void Another_machine_never_counts_as_this_machine(string serviceUrl) => Assert.False(Allows(serviceUrl, allowLoopback: true));

    [Fact]
    public void With_credentials_this_machine_must_be_listed_by_name()
    {
        var hosts = new ServiceHosts(["127.0.0.1"], allowLoopback: false);

        Assert.True(hosts.Allow(new Uri("http://127.0.0.1:5000/")));
        Assert.False(hosts.Allow(new Uri("http://localhost:5000/")));
    }

    [Fact]
    public void An_empty_list_allows_no_host() =>
        Assert.False(new ServiceHosts([], allowLoopback: false).Allow(new Uri("https://smba.trafficmanager.net/")));

    private static bool Allows(string serviceUrl, bool allowLoopback = false) =>
        new ServiceHosts(Listed, allowLoopback).Allow(new Uri(serviceUrl, UriKind.Absolute));
}
