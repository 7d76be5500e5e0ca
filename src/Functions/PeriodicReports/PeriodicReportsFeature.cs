using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>Periodic reports.</summary>
public static class PeriodicReportsFeature
{
    public static void AddPeriodicReports(this IServiceCollection services)
    {
        services.AddSingleton<PeriodicReportStore>();
        services.AddSingleton<ReportActs>();
        services.AddSingleton<YearEndStore>();
        services.AddSingleton<YearEndActs>();
        services.AddSingleton<ReportSteps>();
        services.AddSingleton<ReportCompilation>();
        services.AddSingleton<ReportAnswerActs>();
        services.AddSingleton<ReportDocumentActs>();
        services.AddSingleton<ReportTables>();
        services.AddSingleton<ReportDocuments>();
        services.AddSingleton<ReportFiles>();
        services.AddSingleton<ReportDetails>();
        services.AddSingleton<ReportPrint>();
        services.AddSingleton<ReportViewing>();
    }
}
