using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Startup;

/// <summary>Everything the functions are made of: a line a feature.</summary>
public static class Services
{
    public static void AddNtm(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHosting(configuration);
        services.AddAccess(configuration);
        services.AddOpenApi();

        services.AddHome();
        services.AddFirstSteps();
        services.AddPlans();
        services.AddClasses();
        services.AddRegistrations();
        services.AddAttendance();
        services.AddEvidence();
        services.AddClassReports();
        services.AddTours();
        services.AddDeclarations();
        services.AddCommunication();
        services.AddPeriodicReports();
        services.AddDocuments();
        services.AddLanguages();
        services.AddDaysOff();
        services.AddAccounts();
        services.AddCalendars();
        services.AddPost(configuration);
        services.AddTelling();
        services.AddWorkflows();
        services.AddAudit();
        services.AddSearch();
        services.AddSystemStatus(configuration);
        services.AddPractice();

        services.AddSingleton<Opening>();
        services.AddSingleton<PeopleKeyedAnew>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<LastClient>();
        services.AddHostedService<LatePublishing>();
    }
}
