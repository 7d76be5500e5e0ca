using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Practice;

/// <summary>Practice.</summary>
public static class PracticeFeature
{
    public static void AddPractice(this IServiceCollection services)
    {
        services.AddSingleton<PracticeClasses>();
        services.AddSingleton<HostClock>();
        services.AddSingleton<PracticeView>();
    }
}
