using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Training;

/// <summary>Serves the pages of training: a certificate for whoever has its link, and its check for everybody.</summary>
internal static class TrainingPages
{
    public static void MapTraining(this WebApplication app)
    {
        app.MapGet(
            $"/{TrainingAddress.CertificatePath}/{{link}}",
            async (
                string link,
                HttpContext http,
                Pages pages,
                TrainingRecords records,
                TrainingAddress address,
                CancellationToken cancel
            ) =>
            {
                Private(http);
                return await records.OfLinkAsync(link, cancel) is { } certificate
                    ? await pages.Render<CertificatePage>(new() { ["Certificate"] = certificate, ["Check"] = address.Check(certificate) })
                    : await NotFoundAsync(http, pages);
            }
        );
        app.MapGet(
            $"/{TrainingAddress.VerifyPath}/{{code?}}",
            async (
                string? code,
                HttpContext http,
                Pages pages,
                TrainingRecords records,
                TrainingAddress address,
                CancellationToken cancel
            ) =>
            {
                Private(http);
                http.Response.Headers.ContentSecurityPolicy =
                    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
                // The box on the page sends the code as a query, the link on a certificate has it in the path.
                code ??= http.Request.Query["code"] is [{ Length: > 0 } typed] ? typed : null;
                return await pages.Render<VerifyPage>(
                    new()
                    {
                        ["Typed"] = code,
                        ["Certificate"] = code is null ? null : await records.OfCodeAsync(code, cancel),
                        ["Address"] = address.Verify,
                    }
                );
            }
        );
    }

    /// <summary>Keeps the page out of caches and search engines, because whoever has the link may open it.</summary>
    private static void Private(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
    }

    private static async Task<IResult> NotFoundAsync(HttpContext http, Pages pages)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return await pages.Render<GonePage>([]);
    }
}
