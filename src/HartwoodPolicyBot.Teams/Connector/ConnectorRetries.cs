using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace HartwoodPolicyBot.Teams.Connector;

/// <summary>Decides which failed requests to Teams are tried again, and when.</summary>
/// <remarks>
/// Source: learn.microsoft.com, Teams "Rate limiting": 412, 429, 502 and 504, exponential with jitter. 503, which it does not name, is
/// tried again too.
/// </remarks>
public static class ConnectorRetries
{
    /// <summary>
    /// Makes a pipeline that repeats an attempt and cuts each one off after <see cref="ConnectorOptions.AttemptTimeout"/>.
    /// </summary>
    public static ResiliencePipeline<HttpResponseMessage> Pipeline(ConnectorOptions options, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        if (options.Retries > 0)
        {
            builder.AddRetry(
                new RetryStrategyOptions<HttpResponseMessage>
                {
                    MaxRetryAttempts = options.Retries,
                    Delay = options.RetryDelay,
                    MaxDelay = options.LongestDelay,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = attempt =>
                        ValueTask.FromResult(
                            attempt.Outcome.Result is { } response
                                ? IsWorthARetry(response.StatusCode)
                                : IsNetworkFault(attempt.Outcome.Exception, attempt.Context.CancellationToken)
                        ),
                    DelayGenerator = attempt => ValueTask.FromResult(AskedFor(attempt.Outcome.Result, options, time)),
                }
            );
        }

        return builder.AddTimeout(options.AttemptTimeout).Build();
    }

    public static bool IsWorthARetry(HttpStatusCode status) =>
        status
            is HttpStatusCode.TooManyRequests
                or HttpStatusCode.PreconditionFailed
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout;

    /// <summary>Returns whether the network failed or was too slow, and not because the caller cancelled.</summary>
    public static bool IsNetworkFault(Exception? fault, CancellationToken cancellationToken) =>
        fault is HttpRequestException or TimeoutRejectedException or IOException
        || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static TimeSpan? AskedFor(HttpResponseMessage? response, ConnectorOptions options, TimeProvider time)
    {
        var header = response?.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } at ? at - time.GetUtcNow() : null);
        return wait is null ? null : TimeSpan.FromTicks(Math.Clamp(wait.Value.Ticks, 0, options.LongestDelay.Ticks));
    }
}
