using System.ComponentModel.DataAnnotations;
using System.Net;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Web;

/// <summary>Says under which address people reach the bot's pages; configuration section <c>Web</c>.</summary>
internal sealed class WebOptions : IValidatableObject
{
    /// <summary>The address that people's browsers use, https in production. Cards and citations link to it.</summary>
    [Required(ErrorMessage = "Web:PublicUrl is missing. Set it to the address at which people reach the policy page.")]
    public string PublicUrl { get; set; } = "http://localhost:3978";

    /// <summary>
    /// The IP addresses of the practice's own proxies in front of the bot, besides this machine. Only they may say which address
    /// a request for a page came from.
    /// </summary>
    public IList<string> TrustedProxies { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (
            !Uri.TryCreate(PublicUrl, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        )
        {
            yield return new(
                "Web:PublicUrl must be an address that starts with https:// (http:// on this machine only).",
                [nameof(PublicUrl)]
            );
        }

        if (TrustedProxies.FirstOrDefault(proxy => !IPAddress.TryParse(proxy, out _)) is { } wrong)
        {
            yield return new($"Web:TrustedProxies holds \"{wrong}\", which isn't an IP address.", [nameof(TrustedProxies)]);
        }
    }
}

/// <summary>Returns the addresses of the bot's own pages.</summary>
internal sealed class PublicAddress(WebOptions web)
{
    private readonly Uri root = new(web.PublicUrl.TrimEnd('/') + "/", UriKind.Absolute);

    public Uri Policy => new(root, "policy");

    public Uri Privacy => new(root, "privacy");

    /// <param name="path">The path of a page, without a leading slash.</param>
    public Uri At(string path) => new(root, path);

    public Uri Of(PolicySection section) => new(root, $"policy/{section.DocumentSlug}#{section.Anchor}");
}
