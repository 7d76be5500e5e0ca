using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using NtmServerless.LocalHost.Admin;
using NtmServerless.LocalHost.Time;

namespace NtmServerless.LocalHost.Http;

/// <summary>
/// The outermost step of every request, before the app's own start-up filters: the host's admin API, then for the app
/// no forged forwarding headers, none before the host is ready, each counted as in flight until it is answered.
/// </summary>
internal sealed class RequestGate(AdminApi admin, InFlight inFlight, RequestCount count, Readiness ready) : IStartupFilter
{
    // The worker would wait for a second invocation, and answer neither.
    private static readonly string[] _setByHostsOnly =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Prefix", "X-Forwarded-Port", "x-ms-invocation-id"];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(PassAsync);
        next(app);
    };

    private async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase))
        {
            await admin.AnswerAsync(http);
            return;
        }

        foreach (string header in _setByHostsOnly)
            http.Request.Headers.Remove(header);
        using IDisposable scope = inFlight.Begin();
        await ready.Task.WaitAsync(http.RequestAborted);
        count.Add();
        await next(http);
    }
}

/// <summary>Completes when the storage is owned and the durable engine runs.</summary>
internal sealed class Readiness
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Task => _ready.Task;

    public void Set() => _ready.TrySetResult();
}

/// <summary>Requests that reached the app since the host started.</summary>
internal sealed class RequestCount
{
    private long _count;

    public long Value => Interlocked.Read(ref _count);

    public void Add() => Interlocked.Increment(ref _count);
}
