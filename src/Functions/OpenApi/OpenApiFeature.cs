using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.OpenApi;

/// <summary>The description of the API.</summary>
public static class OpenApiFeature
{
    public static void AddOpenApi(this IServiceCollection services) => services.AddSingleton<ApiDescription>();
}
