using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Policies;

/// <summary>
/// Serves the page with the whole review of a file. Its link can't be guessed and works for some hours. It can be opened more than
/// once, because a practice manager goes back and forth between the page and the chat.
/// </summary>
internal sealed class PolicyReviewPages(FileOffers offers, PolicyDrafts drafts, StaffOptions staff, Pages pages, PublicAddress address)
{
    public static FileKind FileKind { get; } = new("policy-review", "Review of a policy");
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(4);

    /// <summary>Makes a link to the review.</summary>
    public async Task<Uri> LinkAsync(PersonId managerId, Guid draft, CancellationToken cancellationToken)
    {
        var file = new OfferedFile(FileKind.Code, $"{draft:N}") { Lifetime = Lifetime };
        return address.At($"{FilePages.Path}/review/{await offers.MakeLinkAsync(file, managerId, cancellationToken)}");
    }

    public async Task<IResult> ShowAsync(string secret, HttpContext http, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        var refusal = FileRefusals.Unknown;
        if (await offers.FindAsync(secret, cancellationToken) is var (offer, state) && offer.Kind == FileKind.Code)
        {
            // Whoever is no longer a practice manager has no right to it, although they have the link.
            refusal = staff.ActsAsManager(PersonId.Of(offer.PersonId)) ? FileRefusals.Of(state) : FileRefusals.NotAllowed;
            if (state == FileOfferState.Ready && refusal != FileRefusals.NotAllowed && Ids.Read<PolicyDraft>(offer.Arguments) is { } id)
            {
                var found = await drafts.FindAsync(id, cancellationToken);
                if (found.Value is { } review)
                {
                    return await pages.Render<PolicyReviewPage>(new() { ["Review"] = review });
                }

                refusal = found.Refusal!;
            }
        }

        http.Response.StatusCode = RefusalStatus.OfPage(refusal);
        return await pages.Render<FilePage>(new() { ["Says"] = refusal.Sentence });
    }

    public static void Map(WebApplication app) =>
        app.MapGet(
                $"/{FilePages.Path}/review/{{secret}}",
                (string secret, HttpContext http, PolicyReviewPages review, CancellationToken cancel) =>
                    review.ShowAsync(secret, http, cancel)
            )
            .AddEndpointFilter(app.Services.GetRequiredService<FileRequestLimit>());
}
