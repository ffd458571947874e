using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Web;

/// <summary>Serves the pages that need no login (the policies, the privacy page and the terms) and the health checks.</summary>
internal static class WebServices
{
    private const string Health = "/health";

    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<WebOptions>(configuration, "Web");
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<RequestsUnderWay>();
        services.AddSingleton<Pages>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [DatabaseHealth.Ready]);
        return services;
    }

    public static void UseWeb(this WebApplication app)
    {
        var requests = app.Services.GetRequiredService<RequestsUnderWay>();
        app.Use(
            async (http, next) =>
            {
                using (IsHealthCheck(http) ? null : requests.Begin())
                {
                    await next(http);
                }
            }
        );
        var isReachedByHttps = app.Configuration["Web:PublicUrl"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ?? false;
        app.Use(
            (http, next) =>
            {
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy =
                    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                if (isReachedByHttps)
                {
                    // For a year, a browser that has been here once does not try plain HTTP again.
                    headers.StrictTransportSecurity = "max-age=31536000";
                }

                return next(http);
            }
        );
        app.UseStaticFiles();

        // Only now: a file is not served once an endpoint is chosen, and the page for unknown addresses would be chosen for every file.
        app.UseRouting();
        app.UseForwardedHeaders();
    }

    /// <summary>Returns whether a program asks for the bot's health, which comes all the time and nobody waits for.</summary>
    private static bool IsHealthCheck(HttpContext http) => http.Request.Path.StartsWithSegments(Health, StringComparison.OrdinalIgnoreCase);

    public static void MapPages(this WebApplication app)
    {
        app.MapGet("/", (Pages pages, PolicyLibrary library) => pages.Render<HomePage>(new() { ["Library"] = library }));
        app.MapGet("/privacy", (Pages pages, PrivacyOptions privacy) => pages.Render<PrivacyPage>(new() { ["Kept"] = privacy }));
        app.MapGet("/terms", (Pages pages) => pages.Render<TermsPage>([]));
        app.MapGet(
            "/policy",
            (Pages pages, PolicyLibrary library) =>
                library.Documents.Count == 1
                    ? pages.Render<PolicyPage>(new() { ["Document"] = library.Documents[0] })
                    : pages.Render<PolicyListPage>(new() { ["Library"] = library })
        );
        app.MapGet(
            "/policy/leaflet",
            (Pages pages, PolicyLibrary library, PublicAddress address, TimeProvider time) =>
            {
                var document = library.Document(SocialMediaPolicy.Slug) ?? library.Documents[0];
                return pages.Render<LeafletPage>(
                    new()
                    {
                        ["Document"] = document,
                        ["Address"] = address.At($"policy/{document.Slug}"),
                        ["On"] = PracticeTime.Today(time),
                    }
                );
            }
        );
        app.MapGet(
            "/policy/{slug}",
            async (string slug, Pages pages, PolicyLibrary library) =>
                library.Document(slug) is { } document
                    ? await pages.Render<PolicyPage>(new() { ["Document"] = document })
                    : Results.Redirect("/policy")
        );
        MapEarlierVersions(app, "/policy/versions/{number:int}");
        MapEarlierVersions(app, "/policy/{slug}/versions/{number:int}");
        app.MapFallback(
            "{*path}",
            async (HttpContext http, Pages pages) =>
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return await pages.Render<NotFoundPage>([]);
            }
        );
    }

    /// <summary>Serves earlier texts, if the practice allows that. Without a name, the address means the first policy.</summary>
    private static void MapEarlierVersions(WebApplication app, string path) =>
        app.MapGet(
            path,
            async (HttpContext http, int number, Pages pages, PolicyLibrary library, PolicyVersions versions, PolicyOptions options) =>
            {
                var slug = http.GetRouteValue("slug") as string ?? (library.Document(SocialMediaPolicy.Slug) ?? library.Documents[0]).Slug;
                if (options.ShowEarlierVersions && await versions.FindPastAsync(slug, number, http.RequestAborted) is { } version)
                {
                    var isEarlier = library.Document(slug)?.Number != number;
                    return await pages.Render<PolicyPage>(new() { ["Document"] = version.Read(), ["IsEarlier"] = isEarlier });
                }

                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return await pages.Render<NotFoundPage>([]);
            }
        );

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks($"{Health}/live", new() { Predicate = _ => false });
        app.MapHealthChecks($"{Health}/ready", new() { Predicate = check => check.Tags.Contains(DatabaseHealth.Ready) });
    }
}
