using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Invocation;

namespace NtmServerless.LocalHost.Http;

/// <summary>Answers requests with the app's HTTP functions.</summary>
internal sealed partial class HttpFunctions(FunctionPipeline pipeline, ILogger<HttpFunctions> log)
{
    private static readonly ActionDescriptor _noAction = new();

    /// <summary>Maps every route at the order of its function, so that the first in the alphabet wins as on the official host.</summary>
    public void Map(IEndpointRouteBuilder endpoints, IReadOnlyList<HttpRoute> routes)
    {
        int order = 0;
        foreach (HttpRoute route in routes)
        {
            int place = order++;
            IEndpointConventionBuilder mapped = endpoints.Map(route.Pattern, http => AnswerAsync(route.Function, http));
            mapped.Add(endpoint =>
            {
                ((RouteEndpointBuilder)endpoint).Order = place;
                endpoint.Metadata.Add(route);
                if (route.Methods is not null)
                    endpoint.Metadata.Add(new HttpMethodMetadata(route.Methods));
            });
        }
    }

    private async Task AnswerAsync(FunctionEntry function, HttpContext http)
    {
        Dictionary<string, object?> data = new(http.Request.RouteValues, StringComparer.OrdinalIgnoreCase);
        LocalFunctionContext context = new(function, http.RequestServices, data, http.Request, http.RequestAborted);
        context.Features.Set(http);

        // On the official host the accessor stays empty unless the app's own middleware fills it; a difference here would
        // be found only after deployment.
        if (http.RequestServices.GetService<IHttpContextAccessor>() is { } accessor)
            accessor.HttpContext = null;
        try
        {
            await pipeline.RunAsync(context);
            await ExecuteAsync(context.Result.Value, http);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
#pragma warning disable CA1031 // Whatever escapes a function must end as an empty 500.
        catch (Exception escaped)
#pragma warning restore CA1031
        {
            LogEscaped(function.Name, escaped);
            if (http.Response.HasStarted)
            {
                http.Abort();
                return;
            }

            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    // Anything that is neither kind of result leaves an empty 200, as on the official host.
    private static Task ExecuteAsync(object? result, HttpContext http) => result switch
    {
        IResult own => own.ExecuteAsync(http),
        IActionResult action => action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), _noAction)),
        _ => Task.CompletedTask,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Function {Function} failed")]
    private partial void LogEscaped(string function, Exception escaped);
}
