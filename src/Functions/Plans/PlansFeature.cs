using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Plans;

/// <summary>Plans.</summary>
public static class PlansFeature
{
    public static void AddPlans(this IServiceCollection services)
    {
        services.AddSingleton<PlanStore>();
        services.AddSingleton<PlanActs>();
        services.AddSingleton<CurrentPlan>();
        services.AddSingleton<YearStandings>();
    }
}
