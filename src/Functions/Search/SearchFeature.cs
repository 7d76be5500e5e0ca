using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Search;

/// <summary>Looking for anything.</summary>
public static class SearchFeature
{
    public static void AddSearch(this IServiceCollection services) => services.AddSingleton<SearchActs>();
}
