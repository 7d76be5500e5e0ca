using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Workflows;

/// <summary>Workflows: what runs, and what a crash left behind.</summary>
public static class WorkflowsFeature
{
    public static void AddWorkflows(this IServiceCollection services)
    {
        services.AddSingleton<WorkflowRecords>();
        services.AddSingleton<WorkflowActs>();
        services.AddSingleton<Housekeeping>();
        services.AddSingleton<WakersOf>(p => client => new LifecycleWaker(client, p.GetRequiredService<ILogger<LifecycleWaker>>()));
    }
}
