using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.ClassReports;

/// <summary>Reports of classes.</summary>
public static class ClassReportsFeature
{
    public static void AddClassReports(this IServiceCollection services)
    {
        services.AddSingleton<ClassReportActs>();
    }
}
