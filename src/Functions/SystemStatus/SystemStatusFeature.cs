using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.SystemStatus;

/// <summary>How the system is: the administrator's page, and what leaves the app as telemetry.</summary>
public static class SystemStatusFeature
{
    public static void AddSystemStatus(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddTelemetry(configuration);
        services.AddSingleton<RecordLook>();
        services.AddSingleton<StorageTally>();
        services.AddSingleton<StatusReport>();
    }
}
