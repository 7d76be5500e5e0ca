using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NtmServerless.LocalHost.Http;
using NtmServerless.LocalHost.Storage;
using NtmServerless.LocalHost.Time;
using NtmServerless.LocalHost.Timers;
using NtmServerless.LocalHost.Worker;

namespace NtmServerless.LocalHost.Admin;

/// <summary>
/// The host's own API under /admin, for the one who runs it: from this PC and under its own names only, with the host's master key in
/// <c>x-functions-key</c>. It is not counted as in flight.
/// </summary>
internal sealed class AdminApi(
    BusinessClock clock,
    ClockDriver driver,
    InFlight inFlight,
    RequestGate gate,
    StorageRequests storage,
    InstanceAdmin instances,
    TimerTriggers timers,
    AppSupervisor app,
    string hostKey)
{
    public static bool IsMeant(HttpContext http) => http.Request.Path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase);

    public async Task AnswerAsync(HttpContext http)
    {
        (int status, object? answer) = !IsOwnName(http.Request.Headers.Host.ToString()) ? (StatusCodes.Status400BadRequest, null)
            : IsAllowed(http) ? await AnswerAsync($"{http.Request.Method} {http.Request.Path}".ToUpperInvariant(), http)
            : (StatusCodes.Status401Unauthorized, null);
        http.Response.StatusCode = status;
        if (answer is not null)
            await http.Response.WriteAsJsonAsync(answer, http.RequestAborted);
    }

    private async Task<(int Status, object? Answer)> AnswerAsync(string call, HttpContext http) => call switch
    {
        "GET /ADMIN/HOST/STATUS" => (StatusCodes.Status200OK, Status()),
        "POST /ADMIN/HOST/CLOCK" when clock.Mode == ClockMode.Real => (StatusCodes.Status409Conflict, null),
        "POST /ADMIN/HOST/CLOCK" => await AdvanceAsync(http),
        _ when http.Request.Method == HttpMethods.Post && http.Request.Path.StartsWithSegments("/admin/functions", out PathString function) =>
            (timers.RunNow(function.Value!.Trim('/')) ? StatusCodes.Status202Accepted : StatusCodes.Status404NotFound, null),
        _ when http.Request.Path.StartsWithSegments(InstanceAdmin.Root, out PathString rest) => await instances.AnswerAsync(http, rest),
        _ => (StatusCodes.Status404NotFound, null),
    };

    private object Status() => new
    {
        now = clock.GetUtcNow(),
        mode = clock.Mode.ToString().ToLowerInvariant(),
        idle = inFlight.WhenIdleAsync().IsCompleted,
        nextDue = driver.NextDue,
        httpRequests = gate.Passed,
        worker = app.ProcessId,
        storageRequests = new { host = storage.Host, app = storage.App },
    };

    private async Task<(int Status, object? Answer)> AdvanceAsync(HttpContext http)
    {
        try
        {
            if (await JsonSerializer.DeserializeAsync<Advance>(http.Request.Body, JsonSerializerOptions.Web, http.RequestAborted) is { Until: { } until })
            {
                await driver.AdvanceAsync(until, http.RequestAborted);
                return (StatusCodes.Status200OK, new { now = clock.GetUtcNow(), nextDue = driver.NextDue });
            }
        }
        catch (JsonException)
        {
            // Refused below.
        }

        return (StatusCodes.Status400BadRequest, null);
    }

    // A page of elsewhere can give its own name this PC's address; it cannot have one of these names.
    private static bool IsOwnName(string host) =>
        Uri.TryCreate($"http://{host}/", UriKind.Absolute, out Uri? address) && address.IsLoopback && address.UserInfo.Length == 0;

    private bool IsAllowed(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } remote
        && IPAddress.IsLoopback(remote)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(http.Request.Headers["x-functions-key"].ToString()), Encoding.UTF8.GetBytes(hostKey));

    private sealed record Advance(DateTimeOffset? Until);
}
