using System.Text.Json;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace HartwoodPolicyBot.Teams.Hosting;

/// <summary>
/// Reads the activity of a request. It limits the size before anything is read, and refuses what is not JSON or not complete.
/// </summary>
public static class ActivityReader
{
    /// <summary>Teams' own messages are at most 100 KB; a card click carries at most as much again.</summary>
    public const long MostBodyBytes = 256 * 1024;

    /// <summary>A body up to this size is read at once. Teams' own activities are smaller, but for long messages and forms.</summary>
    private const long MostAtOnceBytes = 32 * 1024;

    /// <summary>
    /// Larger bodies are read one after the other, so that many at once leave a processor to everybody else.
    /// </summary>
    private static readonly SemaphoreSlim Large = new(1);

    /// <summary>
    /// Limits how much of <paramref name="request"/> will be read. Returns a refusal if the request states a larger size, or
    /// null.
    /// </summary>
    public static ActivityReading? RefuseLarge(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostBodyBytes;
        }

        return request.ContentLength > MostBodyBytes
            ? ActivityReading.Refused(StatusCodes.Status413PayloadTooLarge, "body too large")
            : null;
    }

    /// <summary>Reads the body, after the caller has been checked.</summary>
    public static async Task<ActivityReading> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            return ActivityReading.Refused(StatusCodes.Status415UnsupportedMediaType, "not JSON by its content type");
        }

        try
        {
            return request.ContentLength <= MostAtOnceBytes
                ? Cleaned(await JsonSerializer.DeserializeAsync(request.BodyReader, TeamsJson.Wire.TeamsActivity, cancellationToken))
                : await ReadLargeAsync(request, cancellationToken);
        }
        catch (JsonException)
        {
            return ActivityReading.Refused(StatusCodes.Status400BadRequest, "not an activity");
        }
        catch (BadHttpRequestException fault)
        {
            return ActivityReading.Refused(fault.StatusCode, "request broken off or too large");
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            return ActivityReading.Refused(StatusCodes.Status400BadRequest, "request broken off");
        }
    }

    private static async Task<ActivityReading> ReadLargeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // First the whole body, so that nobody who sends slowly holds up the others.
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        body.Position = 0;
        await Large.WaitAsync(cancellationToken);
        try
        {
            return Cleaned(JsonSerializer.Deserialize(body, TeamsJson.Wire.TeamsActivity));
        }
        finally
        {
            Large.Release();
        }
    }

    private static ActivityReading Cleaned(TeamsActivity? activity) =>
        ActivityRules.Incomplete(activity) is { } fault
            ? ActivityReading.Refused(StatusCodes.Status400BadRequest, fault)
            : new ActivityReading(StatusCodes.Status200OK, "", ActivityCleaning.Cleaned(activity!));
}

/// <summary>
/// Holds the result of reading a request: an activity, or the status of the refusal and its reason for the log.
/// </summary>
public sealed record ActivityReading(int Status, string Reason, TeamsActivity? Activity = null)
{
    public static ActivityReading Refused(int status, string reason) => new(status, reason);
}
