using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.FirstSteps;

/// <summary>First steps of a new office.</summary>
public static class FirstStepsFeature
{
    public static void AddFirstSteps(this IServiceCollection services)
    {
        services.AddSingleton<FirstStepsStore>();
        services.AddSingleton<FirstStepsActs>();
    }
}
