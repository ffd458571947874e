using HartwoodPolicyBot.Core.Common;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace HartwoodPolicyBot;

/// <summary>Sends metrics and traces to a collector if the environment names one.</summary>
/// <remarks>Source of the setting's name: OpenTelemetry specification, "OTLP exporter configuration".</remarks>
internal static class TelemetryServices
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration[Endpoint]))
        {
            return services;
        }

        services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("hartwood-policy-bot"))
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation())
            .WithTracing(traces =>
                traces
                    .AddSource(Telemetry.Name)
                    // The addresses of files and certificates are secret, so only requests from Teams are traced.
                    .AddAspNetCoreInstrumentation(options => options.Filter = http => http.Request.Path == "/api/messages")
                    // The path contains ids of chats and people.
                    .AddHttpClientInstrumentation(options =>
                        options.EnrichWithHttpRequestMessage = (span, request) =>
                            span.SetTag("url.full", request.RequestUri?.GetLeftPart(UriPartial.Authority))
                    )
            )
            .UseOtlpExporter();
        return services;
    }
}
