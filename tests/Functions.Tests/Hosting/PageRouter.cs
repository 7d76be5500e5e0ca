using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Tests.Hosting;

/// <summary>The routes of every HTTP function in ASP.NET's own router, which only says which function a request would reach.</summary>
internal sealed class PageRouter
{
    private readonly WebApplication _app;
    private readonly RequestDelegate _router;

    public PageRouter()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.UseRouting();
        foreach ((string name, _, var trigger) in Endpoints.HttpFunctions())
            _app.MapMethods(trigger.Route!, trigger.Methods!.Select(m => m.ToUpperInvariant()), () => name).WithDisplayName(name);
        _app.UseEndpoints(_ => { });
        _router = ((IApplicationBuilder)_app).Build();
    }

    /// <summary>The function that answers; null: none does.</summary>
    public async Task<string?> FindAsync(string verb, string address)
    {
        await using AsyncServiceScope scope = _app.Services.CreateAsyncScope();
        DefaultHttpContext http = new() { RequestServices = scope.ServiceProvider };
        http.Request.Method = verb.ToUpperInvariant();
        http.Request.Path = Uri.UnescapeDataString(address.Split('?')[0]);
        await _router(http);
        return http.GetEndpoint()?.DisplayName;
    }
}
