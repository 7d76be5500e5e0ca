using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Access;

/// <summary>Who may come in, and how often.</summary>
public static class AccessFeature
{
    public static void AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddCookies(configuration);
        services.AddSingleton<SignInSessions>();
        services.AddSingleton<FrontDoor>();
        services.AddSingleton<ForgeryGuard>();
        services.AddSingleton<KnownBrowsers>();
        services.AddSingleton<IOwnAllowance>(p => p.GetRequiredService<KnownBrowsers>());
        services.AddSingleton<KnownHosts>();
        services.AddSingleton<IStartupFilter, KnownHosts.Filter>();
        services.AddSingleton<ClientAddress>();
        services.AddSingleton<PublicRate>();
    }
}
