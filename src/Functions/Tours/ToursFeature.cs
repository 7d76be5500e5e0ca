using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Tours;

/// <summary>Study tours.</summary>
public static class ToursFeature
{
    public static void AddTours(this IServiceCollection services)
    {
        services.AddSingleton<TourStore>();
        services.AddSingleton<TourActs>();
    }
}
