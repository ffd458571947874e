using System.Text.Json;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace HartwoodPolicyBot.Teams.Hosting;

/// <summary>Reads the activity in a request: a size that is limited before anything is read, JSON, and complete.</summary>
public static class ActivityReader
{
    /// <summary>Teams' own messages end at 100 KB; a card click carries at most as much again.</summary>
    public const long MostBodyBytes = 256 * 1024;

    /// <summary>
    /// Limits what will be read of <paramref name="request"/>. Returns the refusal of a request that says it is larger,
    /// or null.
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

    /// <summary>Reads the body, which the caller has been allowed to send.</summary>
    public static async Task<ActivityReading> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            return ActivityReading.Refused(StatusCodes.Status415UnsupportedMediaType, "not JSON by its content type");
        }

        try
        {
            var activity = await JsonSerializer.DeserializeAsync(request.BodyReader, TeamsJson.Wire.TeamsActivity, cancellationToken);
            return ActivityRules.Incomplete(activity) is { } missing
                ? ActivityReading.Refused(StatusCodes.Status400BadRequest, missing)
                : new ActivityReading(StatusCodes.Status200OK, "", activity);
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
}

/// <summary>What came of reading a request: an activity, or the status to refuse it with and the reason for the log.</summary>
public sealed record ActivityReading(int Status, string Reason, TeamsActivity? Activity = null)
{
    public static ActivityReading Refused(int status, string reason) => new(status, reason);
}
