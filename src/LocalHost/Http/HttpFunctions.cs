using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Functions;
using NtmServerless.LocalHost.Storage;
using NtmServerless.LocalHost.Worker;
using NtmServerless.LocalHost.Worker.Messages;
using Yarp.ReverseProxy.Forwarder;

namespace NtmServerless.LocalHost.Http;

/// <summary>Answers requests with the app's HTTP functions: the worker is told which one is meant, and gets the request itself beside.</summary>
internal sealed partial class HttpFunctions(AppSupervisor app, Ownership ownership, IHttpForwarder forwarder, ILogger<HttpFunctions> log) : IDisposable
{
    /// <summary>Whoever asks while the app starts again, or the storage is away, is answered in the end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly ForwarderRequestConfig Forwarding = new() { ActivityTimeout = TimeSpan.FromMinutes(5) };

    private static readonly TypedData Empty = new() { Http = new RpcHttp() };

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(5),
    });

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
                if (route.Methods.Count > 0)
                    endpoint.Metadata.Add(new HttpMethodMetadata(route.Methods));
            });
        }
    }

    /// <summary>Whatever no function answers is an empty 404, a wrong method included, as on the official host.</summary>
    public static Task OnlyAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<HttpRoute>() is not null)
            return next(http);
        http.SetEndpoint(null);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    public void Dispose() => _client.Dispose();

    private async Task AnswerAsync(FunctionEntry function, HttpContext http)
    {
        if (await RunningAsync(http.RequestAborted) is not { } running)
        {
            await Unavailable.AnswerAsync(http, StatusCodes.Status503ServiceUnavailable);
            return;
        }

        InvocationRequest invocation = running.Invocation(function, Empty, System.Diagnostics.Activity.Current?.Id);
        foreach ((string name, object? value) in http.Request.RouteValues)
        {
            if (value is string text)
                invocation.TriggerMetadata[name] = new TypedData { String = text };
        }

        Task<InvocationResponse> invoked = running.Channel.InvokeAsync(invocation, http.RequestAborted);
        ForwarderError error = await forwarder.SendAsync(http, running.Http, _client, Forwarding, new ToWorker(invocation.InvocationId));
        await EndAsync(function, invoked, error, http);
    }

    private async Task EndAsync(FunctionEntry function, Task<InvocationResponse> invoked, ForwarderError error, HttpContext http)
    {
        try
        {
            InvocationResponse end = await invoked;
            if (end.Result.Status == StatusResult.Types.Status.Failure)
            {
                // Its message may repeat what somebody sent.
                LogEscaped(function.Name, $"{end.Result.Exception?.Type}{Environment.NewLine}{end.Result.Exception?.StackTrace}");
                // The worker itself answers 200 to what its function threw.
                if (error == ForwarderError.None && !http.Response.HasStarted)
                    Refuse(http, StatusCodes.Status500InternalServerError);
            }
        }
        catch (WorkerLostException)
        {
            LogEscaped(function.Name, error.ToString());
        }

        if (error == ForwarderError.None || http.Response.HasStarted || http.RequestAborted.IsCancellationRequested)
            return;
        // A body that this host itself does not let through: it is over its limit, or no body.
        if (Refused(http.GetForwarderErrorFeature()?.Exception) is { } refused)
            Refuse(http, refused.StatusCode);
        else if (error == ForwarderError.RequestBodyClient)
            Refuse(http, StatusCodes.Status400BadRequest);
        else
            await Unavailable.AnswerAsync(http, StatusCodes.Status502BadGateway);
    }

    private static void Refuse(HttpContext http, int status)
    {
        http.Response.Clear();
        http.Response.StatusCode = status;
    }

    private static BadHttpRequestException? Refused(Exception? e) =>
        e is AggregateException many ? many.InnerExceptions.Select(Refused).FirstOrDefault(r => r is not null)
        : e as BadHttpRequestException ?? (e is null ? null : Refused(e.InnerException));

    /// <summary>The app, when it may begin something; null when that takes too long, or the storage is another host's.</summary>
    private async Task<RunningApp?> RunningAsync(CancellationToken aborted)
    {
        try
        {
            if (!ownership.IsCertain)
                await ownership.WhenCertainAsync(aborted).WaitAsync(Patience, aborted);
            Task<RunningApp> running = app.RunningAsync(aborted);
            return running.IsCompletedSuccessfully ? await running : await running.WaitAsync(Patience, aborted);
        }
        catch (Exception never) when (never is TimeoutException || (never is OperationCanceledException && !aborted.IsCancellationRequested))
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Function {Function} failed: {Why}")]
    private partial void LogEscaped(string function, string why);

    /// <summary>The request as the worker gets it: who asked, at which address, for which invocation.</summary>
    private sealed class ToWorker(string invocation) : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(
            HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            // As on the official host the worker is told in X-Forwarded-Host: what is no host name could not be sent in Host.
            proxyRequest.Headers.Host = null;
            proxyRequest.Headers.Remove("Host");
            proxyRequest.Headers.TryAddWithoutValidation("x-ms-invocation-id", invocation);
            proxyRequest.Headers.TryAddWithoutValidation("X-Forwarded-For", httpContext.Connection.RemoteIpAddress?.ToString());
            proxyRequest.Headers.TryAddWithoutValidation("X-Forwarded-Proto", httpContext.Request.Scheme);
            // Also when there was none: the app must not take the worker's own address for it. As it came: what is no name cannot be read as one.
            proxyRequest.Headers.TryAddWithoutValidation("X-Forwarded-Host", httpContext.Request.Headers.Host.ToString());
        }

        public override async ValueTask<bool> TransformResponseAsync(
            HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
        {
            bool copies = await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
            httpContext.Response.Headers.Remove("Server");
            return copies;
        }
    }
}
