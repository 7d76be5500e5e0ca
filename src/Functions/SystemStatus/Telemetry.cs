using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NtmServerless.Functions.SystemStatus;

/// <summary>
/// What leaves the app for who watches it (docs/operator/status-and-log.md): figures, log and traces to an OTLP endpoint, figures to Application
/// Insights, whose log the platform's host writes. Without one of these settings nothing is collected and nothing leaves.
/// </summary>
public static class Telemetry
{
    /// <summary>Where an OTLP receiver listens; the other standard settings of OpenTelemetry (<c>OTEL_…</c>) hold too.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Of an Application Insights resource.</summary>
    public const string Insights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    // The platform's own setting for the same: ClientId=...;Authorization=AAD.
    private const string InsightsIdentity = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        bool toOtlp = configuration[Endpoint] is { Length: > 0 };
        bool toInsights = configuration[Insights] is { Length: > 0 };
        if (!toOtlp && !toInsights) return;
        OpenTelemetryBuilder telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Measures.Meter, serviceVersion: AppVersion.Number))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Measures.Meter, "NtmServerless.Storage");
                if (toOtlp) metrics.AddOtlpExporter();
                if (toInsights) metrics.AddAzureMonitorMetricExporter(insights => Set(insights, configuration));
            });
        if (toOtlp) telemetry.UseFunctionsWorkerDefaults().WithLogging(logs => logs.AddOtlpExporter()).WithTracing(traces => traces.AddOtlpExporter());
    }

    private static void Set(AzureMonitorExporterOptions insights, IConfiguration configuration)
    {
        insights.ConnectionString = configuration[Insights];
        // What could not be sent is not kept on the disk of a function app.
        insights.DisableOfflineStorage = true;
        if (configuration[InsightsIdentity] is not { Length: > 0 } identity) return;
        string? client = identity.Split(';').Select(part => part.Split('=', 2)).FirstOrDefault(part => part is ["ClientId", _])?[1];
        insights.Credential = new ManagedIdentityCredential(client is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(client));
    }
}
