using Microsoft.AspNetCore.Http;
using NtmServerless.LocalHost.Time;

namespace NtmServerless.LocalHost.Http;

/// <summary>
/// The outermost step of every request to the app: without what only hosts may say, none before the host is ready, each
/// counted as in flight until it is answered.
/// </summary>
internal sealed class RequestGate(InFlight inFlight)
{
    // With an invocation of its own the worker would wait for a second one, and answer neither.
    private static readonly string[] SetByHostsOnly =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Prefix", "X-Forwarded-Port", "x-ms-invocation-id"];

    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _passed;

    /// <summary>Requests that reached the app since the host started.</summary>
    public long Passed => Interlocked.Read(ref _passed);

    /// <summary>The storage is owned and the app runs: requests may pass.</summary>
    public void Open() => _open.TrySetResult();

    public async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        foreach (string header in SetByHostsOnly)
            http.Request.Headers.Remove(header);
        using IDisposable scope = inFlight.Begin();
        await _open.Task.WaitAsync(http.RequestAborted);
        Interlocked.Increment(ref _passed);
        await next(http);
    }
}
