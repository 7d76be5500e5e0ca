using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Audit;

/// <summary>The audit trail.</summary>
public static class AuditFeature
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditActs>();
        services.AddSingleton<RecordNames>();
    }
}
