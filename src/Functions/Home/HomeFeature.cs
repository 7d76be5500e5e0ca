using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Home;

/// <summary>The officers' first page, and what stands in the head of every page.</summary>
public static class HomeFeature
{
    public static void AddHome(this IServiceCollection services) => services.AddSingleton<IFrameFacts, FrameFacts>();
}
