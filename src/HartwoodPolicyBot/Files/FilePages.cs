using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Files;

/// <summary>
/// Serves the links to files. Opening a link shows a page with a button, and only the button fetches the file, so that a
/// program which previews links in chats doesn't use them up.
/// </summary>
internal static class FilePages
{
    public const string Path = "files";

    public static void MapFiles(this WebApplication app)
    {
        var links = app.MapGroup(Path).AddEndpointFilter(app.Services.GetRequiredService<FileRequestLimit>());
        links.MapGet(
            "/{secret}",
            async (string secret, HttpContext http, Pages pages, FileOffers offers, FileRefusalLog refusals, CancellationToken cancel) =>
            {
                Private(http);
                return await offers.FindAsync(secret, cancel) switch
                {
                    { State: FileOfferState.Ready } => await AskAsync(http, pages, secret),
                    var found => await GoneAsync(http, pages, refusals, found, cancel),
                };
            }
        );

        // No antiforgery token is needed: only somebody who knows the secret could send another person's browser here.
        links.MapPost(
            "/{secret}",
            async (
                string secret,
                HttpContext http,
                Pages pages,
                FileOffers offers,
                FileMaker maker,
                FileRefusalLog refusals,
                ILogger<FileMaker> log,
                CancellationToken cancel
            ) =>
            {
                Private(http);
                var found = await offers.FindAsync(secret, cancel);
                if (found is not { State: FileOfferState.Ready, Offer: var offer })
                {
                    return await GoneAsync(http, pages, refusals, found, cancel);
                }

                return await offers.ClaimAsync(offer.Id, cancel)
                    ? await SendAsync(http, pages, offers, maker, offer, log)
                    : await GoneAsync(http, pages, refusals, (offer, FileOfferState.Used), cancel);
            }
        );
    }

    private static async Task<IResult> SendAsync(
        HttpContext http,
        Pages pages,
        FileOffers offers,
        FileMaker maker,
        FileOffer offer,
        ILogger<FileMaker> log
    )
    {
        MadeFile? made;
        try
        {
            made = await maker.MakeAsync(offer, http.RequestAborted);
        }
        catch (Exception fault)
        {
            await offers.ReleaseAsync(offer.Id);
            if (fault is OperationCanceledException && http.RequestAborted.IsCancellationRequested)
            {
                return Results.Empty;
            }

            log.FileNotMade(fault, offer.Kind);
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return await pages.Render<FilePage>(new() { ["Says"] = "Something went wrong. Please go back and try again." });
        }

        if (made is null)
        {
            return await RefusedAsync(http, pages, FileRefusals.NotAllowed);
        }

        log.FileFetched(offer.Kind);
        http.Response.RegisterForDisposeAsync(made);
        return made.ContentType == PreparedFile.Page
            ? Results.Stream(made.Content, made.ContentType)
            : Results.Stream(made.Content, made.ContentType, made.Name);
    }

    private static Task<IResult> AskAsync(HttpContext http, Pages pages, string secret)
    {
        http.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        return pages.Render<FilePage>(new() { ["Secret"] = secret });
    }

    /// <summary>
    /// Answers for a link that can't be used. A used or expired link is explained; one that was never given out gets only a
    /// 404.
    /// </summary>
    private static async Task<IResult> GoneAsync(
        HttpContext http,
        Pages pages,
        FileRefusalLog refusals,
        (FileOffer Offer, FileOfferState State)? found,
        CancellationToken cancellationToken
    )
    {
        if (found is var (offer, late))
        {
            await refusals.LateAsync(offer, late, cancellationToken);
        }
        else
        {
            refusals.Unknown();
        }

        return await RefusedAsync(http, pages, found is { } gone ? FileRefusals.Of(gone.State) : FileRefusals.Unknown);
    }

    private static Task<IResult> RefusedAsync(HttpContext http, Pages pages, Refusal refusal)
    {
        http.Response.StatusCode = RefusalStatus.OfPage(refusal);
        return pages.Render<FilePage>(new() { ["Says"] = refusal.Sentence });
    }

    /// <summary>Keeps the page out of caches and search engines, because whoever has the link may open it.</summary>
    private static void Private(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
