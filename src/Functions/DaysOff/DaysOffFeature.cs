using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.DaysOff;

/// <summary>Days off.</summary>
public static class DaysOffFeature
{
    public static void AddDaysOff(this IServiceCollection services)
    {
        services.AddSingleton<DaysOffStore>();
        services.AddSingleton<DaysOffActs>();
    }
}
