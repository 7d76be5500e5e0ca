using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Declarations;

/// <summary>Classes that units declare after they were held.</summary>
public static class DeclarationsFeature
{
    public static void AddDeclarations(this IServiceCollection services)
    {
        services.AddSingleton<DeclarationStore>();
        services.AddSingleton<DeclarationActs>();
        services.AddSingleton<DeclarationLists>();
    }
}
