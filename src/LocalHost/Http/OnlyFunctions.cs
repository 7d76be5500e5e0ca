using Microsoft.AspNetCore.Http;

namespace NtmServerless.LocalHost.Http;

/// <summary>Whatever no function answers is an empty 404, a wrong method included, as on the official host.</summary>
internal static class OnlyFunctions
{
    public static Task PassAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<HttpRoute>() is not null)
            return next(http);
        http.SetEndpoint(null);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
