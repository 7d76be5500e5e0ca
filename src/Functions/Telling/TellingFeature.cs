using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Telling;

/// <summary>Who of a class was told what.</summary>
public static class TellingFeature
{
    public static void AddTelling(this IServiceCollection services) => services.AddSingleton<TellingActs>();
}
